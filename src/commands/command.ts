/** What a command returns: text for programs, text for people, and the exit code. */
export interface CommandResult {
  /** For stdout. */
  readonly output: string;
  /** For stderr. */
  readonly message?: string;
  readonly exitCode: 0 | 1 | 2;
}

/** A file that a command wants written, and its text; the path is relative to the folder that the caller chose. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}
