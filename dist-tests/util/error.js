/**
 * Misuse or unusable input, said in one message that names the place, what was found, what was expected
 * and how to mend it. Faults of an extractor are results and faults of gold are problems; neither is thrown.
 */
export class AssayError extends Error {
    name = 'AssayError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** The system's code of an error (`ENOENT`), or the error in words if it has none. */
export function errorCode(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
