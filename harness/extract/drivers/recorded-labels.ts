import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { findPageFolders } from '../../corpus/page-folder.ts';
import { readSecondGold } from '../../corpus/gold-file.ts';
import { goldToHtml } from '../../document/gold-to-html.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import { formatProblem } from '../../model/problem.ts';
import { isFolder } from '../../util/path-exists.ts';
import { unreadable } from './recorded-files.ts';
import type { Recording } from './recorded-files.ts';

/** What the row of the second labels is called. */
export const HUMAN = 'human';

/**
 * The second labels of a corpus as the output of a person who extracted its pages by hand: the human ceiling, shown and not
 * ranked. Pages without one are skipped.
 *
 * @returns undefined for a folder that is no corpus with second labels
 * @throws AssayError `bad-input` for a second label with problems.
 */
export async function readRecordedLabels(folder: string): Promise<Recording | undefined> {
  if (!(await isFolder(join(folder, 'pages')))) return undefined;
  const labelled = (await findPageFolders(folder)).filter(({ secondFile }) => secondFile !== undefined);
  if (labelled.length === 0) return undefined;
  const outcomes = new Map<string, Outcome>();
  const contents: Buffer[] = [];
  for (const { id, secondFile } of labelled) {
    const reading = await readSecondGold(folder, id);
    const [problem] = reading?.problems ?? [];
    if (problem) throw unreadable(folder, `a second label has a problem: ${formatProblem(problem)}`);
    contents.push(Buffer.from(id), await readFile(secondFile!));
    if (reading?.gold?.body)
      outcomes.set(id, { status: 'extracted', extraction: extractionOf(reading.gold) });
  }
  return {
    name: HUMAN,
    version: 'unrecorded',
    baseline: true,
    content: Buffer.concat(contents),
    ids: [...outcomes.keys()],
    recall: ({ id }) => outcomes.get(id) ?? { status: 'skipped', reason: 'has no second label' },
  };
}

function extractionOf(gold: Gold): { readonly html: string } {
  return { html: goldToHtml(gold, false) };
}
