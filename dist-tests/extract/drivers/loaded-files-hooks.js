let port;
/** Called by Node when the hooks are registered, with the port at which they tell. */
export function initialize(data) {
    port = data.port;
}
/** Told once it is known what a specifier means; one that means nothing is not told. */
export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context);
    const { parentURL: parent } = context;
    if (parent !== undefined)
        tell({ url: resolved.url, specifier, parent });
    return resolved;
}
/** Told before it is read: what is loaded is known by the time that its code runs. */
export function load(url, context, next) {
    tell({ url });
    return next(url, context);
}
function tell(notice) {
    port.postMessage(notice);
}
