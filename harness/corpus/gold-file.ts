import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { readGold } from '../gold/read-gold.ts';
import type { GoldReading } from '../gold/read-gold.ts';
import { MOST_GOLD_BYTES } from '../model/limits.ts';
import { isFile } from '../util/path-exists.ts';
import { readAtMost } from '../util/read-at-most.ts';
import type { BoundedFile } from '../util/read-at-most.ts';
import { readablePath } from '../util/readable-path.ts';
import { SECOND_GOLD, notUtf8, tooMuchGold } from './page-folder.ts';

/** What was read of a gold file. One in another encoding would be read without complaint, with other letters. */
export function readGoldFile(file: string, { bytes, size }: BoundedFile): GoldReading {
  if (size > bytes.length) return { problems: [tooMuchGold(file, size)] };
  if (isUtf8(bytes)) return readGold(bytes.toString('utf8'), readablePath(file));
  return { problems: [notUtf8('yaml-syntax', file, 'YAML in UTF-8', 'save the file in UTF-8')] };
}

/**
 * A second label of a page, by someone who has not seen the first: `gold.second.yaml` beside its `gold.yaml`. No score and
 * no digest depends on it.
 *
 * @param folder of the corpus
 * @returns undefined where the page has none
 */
export async function readSecondGold(folder: string, id: string): Promise<GoldReading | undefined> {
  const file = join(folder, 'pages', id, SECOND_GOLD);
  return (await isFile(file)) ? readGoldFile(file, readAtMost(file, MOST_GOLD_BYTES)) : undefined;
}
