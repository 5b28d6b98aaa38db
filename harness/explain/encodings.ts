import { legacyHookDecode } from '@exodus/bytes/encoding.js';

/** For each character of windows-1252 its byte. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(
    legacyHookDecode(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      'windows-1252',
    ),
    (character, byte) => [character, byte],
  ),
);

/**
 * What a text says if its bytes, which were read as windows-1252, are read in another encoding. Undefined where a character
 * cannot come from there, or the bytes are no text of the other encoding.
 */
export function readAgain(text: string, encoding: string): string | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    // What reads Latin-1 makes controls of 80 to 9F.
    const byte = BYTES.get(character) ?? (code < 256 ? code : undefined);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  const read = legacyHookDecode(Uint8Array.from(bytes), encoding.toLowerCase());
  return read === text || read.includes('\uFFFD') ? undefined : read;
}
