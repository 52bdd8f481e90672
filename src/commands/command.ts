/** What a command returns: text for programs, text for people, and the exit code. */
export interface CommandResult {
  /** For stdout. */
  readonly output: string;
  /** For stderr. */
  readonly message?: string;
  readonly exitCode: 0 | 1 | 2;
}
