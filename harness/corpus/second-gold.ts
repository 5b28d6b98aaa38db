import { join } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { MOST_GOLD_BYTES } from '../model/limits.ts';
import { readGold } from '../gold/read-gold.ts';
import type { GoldReading } from '../gold/read-gold.ts';
import { isFile } from '../util/path-exists.ts';
import { readAtMost } from '../util/read-at-most.ts';
import { readablePath } from '../util/readable-path.ts';
import { SECOND_GOLD, notUtf8, tooMuchGold } from './page-folder.ts';

/**
 * A second label of a page, by someone who has not seen the first: `gold.second.yaml` beside its `gold.yaml`. No score and
 * no digest depends on it.
 *
 * @param folder of the corpus
 * @returns undefined where the page has none
 */
export async function readSecondGold(folder: string, id: string): Promise<GoldReading | undefined> {
  const file = join(folder, 'pages', id, SECOND_GOLD);
  if (!(await isFile(file))) return undefined;
  const { bytes, size } = readAtMost(file, MOST_GOLD_BYTES);
  if (size > bytes.length) return { problems: [tooMuchGold(file, size)] };
  if (isUtf8(bytes)) return readGold(bytes.toString('utf8'), readablePath(file));
  return { problems: [notUtf8('yaml-syntax', file, 'YAML in UTF-8', 'save the file in UTF-8')] };
}
