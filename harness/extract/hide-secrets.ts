import type { Extraction, Outcome } from '../model/extraction.ts';

/** Names of variables, headers and parameters whose values are secrets. */
export const SECRET_NAME = /auth|cookie|token|secret|passw|credential|api[-_]?key|^key$|session/i;

/** What stands where a secret stood. */
export const HIDDEN = '[secret]';

/** Shorter ones may be words of an extraction that have nothing to do with them. */
export const LEAST_SECRET = 8;

/**
 * What hides secrets in a text: as they are, with any of their characters escaped as in JSON, URLs or HTML, in base64 and
 * in hex. Not found: what else is made of them, such as every second letter.
 *
 * @param secrets empty ones count for nothing
 */
export function secretHider(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets)].filter(Boolean).toSorted((a, b) => b.length - a.length);
  const forms = known.flatMap((secret) => [secret, ...encodedForms(secret)]);
  return (text) => {
    const hidden = forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text);
    return known.reduce(hideEscaped, hidden);
  };
}

/** Characters as JSON, URLs and HTML have them where they are not to stand as they are. */
const ESCAPE =
  /((?:%[\da-f]{2})+)|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]{1,6});?|&#(\d{1,7});?|&(quot|amp|lt|gt);|\\(["\\/])/gi;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };

function unescaped(...[, bytes, unit, byte, hex, decimal, entity, quoted]: (string | undefined)[]): string {
  if (bytes !== undefined) return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString();
  if (unit !== undefined || byte !== undefined) return String.fromCharCode(parseInt(unit ?? byte!, 16));
  if (entity !== undefined) return ENTITIES[entity.toLowerCase()]!;
  if (quoted !== undefined) return quoted;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}

/** A stretch of a text, and where it stands in the text without escapes. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly isEscape: boolean;
}

function hideEscaped(text: string, secret: string): string {
  const plain = text.replaceAll(ESCAPE, unescaped);
  let found = plain.indexOf(secret);
  if (found === -1) return text;
  const stretchAt = stretchFinder(stretchesOf(text));
  let hidden = '';
  let done = 0;
  for (; found !== -1; found = plain.indexOf(secret, found + secret.length)) {
    const first = stretchAt(found);
    const last = stretchAt(found + secret.length - 1);
    const begin = first.isEscape ? first.from : first.from + found - first.at;
    const end = last.isEscape ? last.to : last.from + found + secret.length - last.at;
    hidden += `${text.slice(done, Math.max(begin, done))}${HIDDEN}`;
    done = end;
  }
  return hidden + text.slice(done);
}

function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let at = 0;
  for (const match of text.matchAll(ESCAPE)) {
    stretches.push({ from, to: match.index, at, isEscape: false });
    at += match.index - from;
    from = match.index;
    stretches.push({ from, to: from + match[0].length, at, isEscape: true });
    at += unescaped(...match).length;
    from += match[0].length;
  }
  return [...stretches, { from, to: text.length, at, isEscape: false }];
}

/** Finds the stretch at a position, for positions that only grow: none is looked at twice. */
function stretchFinder(stretches: readonly Stretch[]): (position: number) => Stretch {
  let index = 0;
  return (position) => {
    while (index + 1 < stretches.length && stretches[index + 1]!.at <= position) index++;
    return stretches[index]!;
  };
}

/** Base64 of either alphabet, wherever in three bytes the text begins, without the digits that its neighbours share; and hex. */
function encodedForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  for (const before of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((shifted.length * 8) / 6);
    for (const alphabet of ['base64', 'base64url'] as const) {
      forms.push(shifted.toString(alphabet).slice(first, last));
    }
  }
  return [...new Set(forms)].filter(({ length }) => length >= LEAST_SECRET);
}

/** The outcome of a page without secrets in any text of it; short ones are hidden in messages alone. */
export function withoutSecrets(outcome: Outcome, secrets: readonly string[]): Outcome {
  if (secrets.length === 0) return outcome;
  if (outcome.status === 'skipped') return outcome;
  if (outcome.status === 'failed') {
    const hide = secretHider(secrets);
    const { message, stack, output } = outcome;
    return {
      ...outcome,
      message: hide(message),
      ...(stack !== undefined && { stack: hide(stack) }),
      ...(output !== undefined && { output: hide(output) }),
    };
  }
  const hide = secretHider(secrets.filter(({ length }) => length >= LEAST_SECRET));
  const fields = Object.entries(outcome.extraction).map(
    ([name, value]: [string, string | readonly string[]]) => [
      name,
      typeof value === 'string' ? hide(value) : value.map(hide),
    ],
  );
  // oxlint-disable-next-line no-unsafe-type-assertion -- the same fields
  return { ...outcome, extraction: Object.fromEntries(fields) as Extraction };
}
