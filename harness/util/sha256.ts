import { createHash } from 'node:crypto';

/** SHA-256, lower-case hex; of a text its UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const known = new WeakMap<Uint8Array, string>();

/** SHA-256 of bytes that stay as they are, such as those of a page, lower-case hex: worked out once for each array. */
export function digestOf(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? sha256(bytes);
  known.set(bytes, digest);
  return digest;
}
