import { defined } from '../../util/defined.ts';
import type { Wants } from '../../model/config.ts';
import type { Media } from '../../model/page.ts';
import { describeValue } from '../../util/describe-value.ts';
import { isLabel } from '../read-definition.ts';

/** What a command of `protocol: jsonl` may say of itself in its first line, behind `"assay": 1`. */
export interface Handshake {
  readonly name?: string;
  readonly version?: string;
  readonly accepts?: readonly Media[];
  readonly wants?: Wants;
}

/** A handshake, or what is wrong with the line that was meant for one. */
export type HandshakeReading =
  | { readonly status: 'read'; readonly handshake: Handshake }
  | { readonly status: 'malformed'; readonly fault: string };

/** The version of the protocol. */
const PROTOCOL = 1;

const KEYS = ['assay', 'name', 'version', 'accepts', 'wants'];

/** Whether an object on standard output is meant for a handshake. */
export function isHandshake(line: Readonly<Record<string, unknown>>): boolean {
  return 'assay' in line;
}

/** Checks a handshake; `fault` says what was found and what was expected. */
export function readHandshake(line: Readonly<Record<string, unknown>>): HandshakeReading {
  const { assay, name, version, accepts, wants } = line;
  const unknown = Object.keys(line).find((key) => !KEYS.includes(key));
  if (assay !== PROTOCOL) return malformed('assay', assay, `${PROTOCOL}, the version of the protocol`);
  if (unknown !== undefined) return malformed(unknown, line[unknown], `only the keys ${KEYS.join(', ')}`);
  if (name !== undefined && !isLabel(name)) return malformed('name', name, 'one line of text');
  if (version !== undefined && !isLabel(version)) return malformed('version', version, 'one line of text');
  if (accepts !== undefined && !isMediaList(accepts)) {
    return malformed('accepts', accepts, 'a list such as ["html"], ["text"] or both');
  }
  if (wants !== undefined && !isWants(wants)) return malformed('wants', wants, '"html" or "bytes"');
  return { status: 'read', handshake: defined({ name, version, accepts, wants }) };
}

function malformed(key: string, value: unknown, expected: string): HandshakeReading {
  return { status: 'malformed', fault: `${key}: found ${describeValue(value)}; expected ${expected}` };
}

function isMediaList(value: unknown): value is readonly Media[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    Array.from<unknown>(value).every((item) => item === 'html' || item === 'text')
  );
}

function isWants(value: unknown): value is Wants {
  return value === 'html' || value === 'bytes';
}
