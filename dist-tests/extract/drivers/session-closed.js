/** What a session rejects pages with that are under way when it is closed, or come after. */
export function sessionClosed() {
    return new Error('the session was closed before the page was done');
}
