import { AssayError } from "../../util/error.js";
/** Names of headers and of parameters of a URL whose values are secrets. */
const SECRET_NAME = /auth|cookie|token|secret|passw|credential|api[-_]?key|^key$|session/i;
/**
 * The headers as they are sent: secrets are taken from the environment. A header whose name says that its value is
 * secret is refused where the value stands in the configuration, which is committed and printed.
 *
 * @throws AssayError `usage`: that, or a variable that is not set.
 */
export function resolveHeaders(given, source, environment = process.env) {
    const headers = {};
    const secrets = [];
    for (const [name, value] of Object.entries(given)) {
        if (typeof value === 'string') {
            if (SECRET_NAME.test(name))
                throw literalSecret(name, source);
            headers[name] = value;
        }
        else {
            // As it is sent: what was read from a file often ends in a newline, which no header does.
            const secret = (environment[value.env] ?? '').trim();
            if (secret === '')
                throw missingVariable(name, value.env, source);
            headers[name] = `${value.prefix ?? ''}${secret}`;
            if (!canBeSent(name, headers[name]))
                throw unsendable(name, value.env, source);
            secrets.push(secret);
        }
    }
    return { headers, secrets };
}
/**
 * The URL of a service, without anything in it that is secret: it is printed and stored.
 *
 * @throws AssayError `usage`: no URL of http or https, or one with a password or a parameter that reads like one.
 */
export function readServiceUrl(text, source) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        throw new AssayError('usage', `${source}: found no URL of a service; expected http://… or https://…`);
    }
    const secret = [...url.searchParams.keys()].find((name) => SECRET_NAME.test(name));
    if (url.username === '' && url.password === '' && secret === undefined)
        return url;
    const found = secret === undefined ? 'a user name or password' : `the parameter ${secret}`;
    const mend = 'expected none, because URLs are printed and stored; send it as a header from the environment';
    // Not the source: it holds the secret.
    throw new AssayError('usage', `${url.origin}${url.pathname}: found ${found} in the URL; ${mend}`);
}
function literalSecret(name, source) {
    const mend = `write ${name}: { env: NAME_OF_A_VARIABLE }`;
    return new AssayError('usage', `${source}: headers.${name}: found a secret in the configuration; ${mend}`);
}
function canBeSent(name, value) {
    try {
        return new Headers([[name, value]]).has(name);
    }
    catch {
        return false;
    }
}
/** Not the error of `Headers`, which quotes the value. */
function unsendable(name, variable, source) {
    const expected = 'expected one line without other letters than those of Latin-1';
    const message = `${source}: headers.${name}: what the variable ${variable} holds cannot be sent; ${expected}`;
    return new AssayError('usage', message);
}
function missingVariable(name, variable, source) {
    const message = `${source}: headers.${name}: the variable ${variable} is not set; set it in the environment`;
    return new AssayError('usage', message);
}
