/** The code that the system gave an error (`ENOENT`), or the error in words where it has none. */
export function errorCode(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
