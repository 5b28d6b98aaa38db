import type { SecretHeader } from '../../model/config.ts';
import { AssayError } from '../../util/error.ts';
import { HIDDEN, SECRET_NAME } from '../hide-secrets.ts';

/** The headers of a service's requests, and what of them must not be shown. */
export interface ServiceHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** Values from the environment; not empty ones. */
  readonly secrets: readonly string[];
}

/**
 * The headers as they are sent: secrets are taken from the environment. A header whose name says that its value is
 * secret is refused where the value stands in the configuration, which is committed and printed.
 *
 * @throws AssayError `usage`: that, or a variable that is not set.
 */
export function resolveHeaders(
  given: Readonly<Record<string, string | SecretHeader>>,
  source: string,
  environment: NodeJS.ProcessEnv = process.env,
): ServiceHeaders {
  const headers: Record<string, string> = {};
  const secrets: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string') {
      if (SECRET_NAME.test(name)) throw literalSecret(name, source);
      headers[name] = value;
    } else {
      // As it is sent: what was read from a file often ends in a newline, which no header does.
      const secret = (environment[value.env] ?? '').trim();
      if (secret === '') throw missingVariable(name, value.env, source);
      headers[name] = `${value.prefix ?? ''}${secret}`;
      if (!canBeSent(name, headers[name])) throw unsendable(name, value.env, source);
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
export function readServiceUrl(text: string, source: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AssayError('usage', `${source}: found no URL of a service; expected http://… or https://…`);
  }
  const secret = [...url.searchParams.keys()].find((name) => SECRET_NAME.test(name));
  if (url.username === '' && url.password === '' && secret === undefined) return url;
  const found = secret === undefined ? 'a user name or password' : `the parameter ${secret}`;
  const fix = 'expected none, because URLs are printed and stored; send it as a header from the environment';
  // Not the source: it holds the secret.
  throw new AssayError('usage', `${url.origin}${url.pathname}: found ${found} in the URL; ${fix}`);
}

function literalSecret(name: string, source: string): AssayError {
  const fix = `write ${name}: { env: NAME_OF_A_VARIABLE }`;
  return new AssayError('usage', `${source}: headers.${name}: found a secret in the configuration; ${fix}`);
}

function canBeSent(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

/** Not the error of `Headers`, which quotes the value. */
function unsendable(name: string, variable: string, source: string): AssayError {
  const expected = 'expected one line without other letters than those of Latin-1';
  const message = `${source}: headers.${name}: what the variable ${variable} holds cannot be sent; ${expected}`;
  return new AssayError('usage', message);
}

function missingVariable(name: string, variable: string, source: string): AssayError {
  const message = `${source}: headers.${name}: the variable ${variable} is not set; set it in the environment`;
  return new AssayError('usage', message);
}

/**
 * An answer of a service without the secrets that it was sent: as they are, as JSON quotes them, and as a URL does. In the
 * bytes, before anything is read from them: a message that was cut could end within a secret.
 */
export function hideSecrets(body: Buffer, secrets: readonly string[]): Buffer {
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  const found = [...new Set(forms)].filter((form) => body.includes(form));
  if (found.length === 0) return body;
  // In this encoding every byte is a character: the others stay what they are, whatever the answer is.
  const text = body.toString('latin1');
  const hidden = found
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(Buffer.from(form).toString('latin1'), HIDDEN), text);
  return Buffer.from(hidden, 'latin1');
}
