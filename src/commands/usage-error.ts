/** A command was asked for something it cannot do; the message says what would be right. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
