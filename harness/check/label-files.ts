import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { readSecondGold } from '../corpus/gold-file.ts';
import type { Corpus } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import { linesOf } from '../util/lines.ts';
import { readInput } from '../util/read-input.ts';
import { readablePath } from '../util/readable-path.ts';
import { repeatedKeys } from '../util/repeated-keys.ts';

/**
 * The problems of files of labels in JSON or JSON lines that nobody sees who reads them: keys that stand in a map twice.
 * Such a key is a page or a label whose first value is lost.
 */
export async function checkLabelFiles(files: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of files) {
    if (extname(file) !== '.jsonl') {
      for (const problem of problemsOf(file, 1, await readInput(file))) problems.push(problem);
    } else {
      const chunks: AsyncIterable<Buffer> = createReadStream(file);
      for await (const { number, bytes } of linesOf(chunks))
        for (const problem of problemsOf(file, number, bytes)) problems.push(problem);
    }
  }
  return problems;
}

/** The problems of the second labels of a corpus, which no score depends on. */
export async function checkSecondGold({ folder, pages }: Corpus): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { id } of folder === undefined ? [] : pages)
    problems.push(...((await readSecondGold(folder!, id))?.problems ?? []));
  return problems;
}

/** Of JSON that begins on a line of a file. */
function problemsOf(file: string, firstLine: number, json: Buffer): Problem[] {
  const text = json.toString('utf8');
  const lineOf = (offset: number): number => firstLine + text.slice(0, offset).split('\n').length - 1;
  return repeatedKeys(text).map(({ key, at, before }) => ({
    code: 'repeated-key',
    file: readablePath(file),
    line: lineOf(at),
    column: at - text.lastIndexOf('\n', at),
    found: `the key ${JSON.stringify(key)} a second time in its map; it stands on line ${lineOf(before)} already`,
    expected: 'every key once, because only the last value is read',
    fix: 'remove one of the two',
  }));
}
