/** What a write finds where nobody reads any more: the end of a pipe (`| head`), a terminal that was closed. */
const GONE = new Set(['EPIPE', 'EIO']);
/**
 * Has the command come to its own end and exit code though nobody reads what it prints. Without a listener the error
 * would end the process with the exit code of a gate that says no.
 */
export function bearGoneReaders() {
    for (const stream of [process.stdout, process.stderr]) {
        if (!stream.listeners('error').includes(bear))
            stream.on('error', bear);
    }
}
function bear(error) {
    if (!GONE.has(error.code ?? ''))
        throw error;
}
