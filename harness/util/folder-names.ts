/** Longest name in bytes of UTF-8; file systems take 255, and a number may still come behind it. */
const LONGEST = 120;

/**
 * A text as the name of a folder that every file system takes and nobody has to quote: letters, digits, `.`, `_` and
 * `-`, neither a dot nor a dash at its ends, at most 120 bytes. Never a path: `..` and `/` do not survive. Where
 * nothing is left it is `otherwise`.
 */
export function folderName(text: string, otherwise: string): string {
  const plain = text.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-');
  let bytes = 0;
  const fitting = Array.from(plain).filter((character) => (bytes += Buffer.byteLength(character)) <= LONGEST);
  const name = fitting.join('').replace(/^[.-]+|[.-]+$/gu, '');
  // Names that Windows keeps for devices, with any ending.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) ? `${otherwise}-${name}` : name || otherwise;
}

/** Whether a folder is called as `folderName` calls it, or the same in another normal form, as some disks give names. */
export function isFolderName(name: string): boolean {
  return folderName(name, '') === name.normalize('NFC');
}

/** Names that are equal in this form are one folder on disks that do not tell `A` from `a`, as on macOS and Windows. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Gives each text a folder of its own, also on disks that do not tell `A` from `a`. */
export class FolderNames {
  readonly #taken = new Set<string>();

  /** The name of a folder for the text: `name`, or `name-2` and so on where that is taken. */
  take(text: string, otherwise: string): string {
    const name = folderName(text, otherwise);
    let free = name;
    for (let count = 2; this.#taken.has(foldedName(free)); count++) free = `${name}-${count}`;
    this.#taken.add(foldedName(free));
    return free;
  }
}
