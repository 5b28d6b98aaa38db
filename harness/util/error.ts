/** What went wrong, for programs: the exit code of the command line follows from it. */
export type AssayErrorCode =
  /** Wrong use: an option, a name or a path that cannot be what was meant. Exit code 2. */
  | 'usage'
  /** Input that cannot be read: a corpus, dataset or recorded output that does not parse. Exit code 2. */
  | 'bad-input';

/**
 * Misuse or unusable input, said in one message that names the place, what was found, what was expected
 * and how to mend it. Faults of an extractor are results and faults of gold are problems; neither is thrown.
 */
export class AssayError extends Error {
  override readonly name = 'AssayError';
  readonly code: AssayErrorCode;

  constructor(code: AssayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The system's code of an error (`ENOENT`), or the error in words if it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
