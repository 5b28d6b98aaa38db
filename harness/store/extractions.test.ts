import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { EXTRACTIONS, readExtraction, readExtractions } from './extractions.ts';
import { Journal } from './journal.ts';
import type { JournalLine, RecordedExtraction } from './journal-line.ts';

const parent = temporaryFolder();
let folder: string;
let count = 0;
beforeEach(async () => {
  folder = join(parent, `run-${count++}`);
  await mkdir(folder);
});

function lineOf(page: string): JournalLine {
  return { corpus: 'toy', extractor: 'mine', page, site: 's', status: 'extracted', metrics: {} };
}

/** Writes a page for each of the texts; gives the lines as they were written. */
async function writeAll(texts: readonly string[]): Promise<JournalLine[]> {
  const journal = await Journal.create(folder);
  const lines = await Promise.all(texts.map((text, page) => journal.append(lineOf(`p${page}`), { text })));
  await journal.close();
  return lines;
}

async function readAll(): Promise<RecordedExtraction[]> {
  const all: RecordedExtraction[] = [];
  for await (const record of readExtractions(folder)) all.push(record);
  return all;
}

describe('one extraction', () => {
  test('is read from its place, whatever became of the others', async () => {
    const [first, second, third] = await writeAll(['one', 'two', 'three']);
    const [, place] = [first!, second!].map((line) => line.status === 'extracted' && line.extraction);
    expect(place).toEqual({ offset: expect.any(Number) as number, length: expect.any(Number) as number });
    const path = join(folder, EXTRACTIONS);
    const bytes = await readFile(path);
    const { offset, length } = place as { offset: number; length: number };
    await writeFile(path, bytes.fill(0xff, 0, offset).fill(0xff, offset + length));
    expect(await readExtraction(folder, second!)).toEqual({ text: 'two' });
    await expect(readExtraction(folder, first!)).rejects.toThrow(
      /extractions\.jsonl\.gz lacks what mine returned for p0; run the page again by: assay run --resume .*run-\d+$/u,
    );
    await expect(readExtraction(folder, { ...third!, page: 'p1' })).rejects.toThrow('lacks what mine');
  });

  test('is found in a folder of Assay 0.1.0: one gzip stream, and lines without places', async () => {
    const lines = ['a', 'b'].map(
      (page) => `${JSON.stringify({ corpus: 'toy', extractor: 'mine', page, extraction: { text: page } })}\n`,
    );
    await writeFile(join(folder, EXTRACTIONS), gzipSync(lines.join('')));
    expect(await readExtraction(folder, lineOf('b'))).toEqual({ text: 'b' });
    await expect(readExtraction(folder, lineOf('c'))).rejects.toThrow('lacks what mine returned for c');
  });

  test('is nothing for a page that failed or was skipped', async () => {
    const { corpus, extractor, page, site } = lineOf('p');
    const line: JournalLine = { corpus, extractor, page, site, status: 'skipped', reason: 'plain text' };
    expect(await readExtraction(folder, line)).toBeUndefined();
  });

  test.each([
    ['beyond the end', { offset: 0, length: 1e12 }],
    ['in the middle of another', { offset: 5, length: 20 }],
  ])('is not taken from a place %s', async (_, extraction) => {
    await writeAll(['one']);
    const line = { ...lineOf('p0'), extraction } as JournalLine;
    await expect(readExtraction(folder, line)).rejects.toThrow('lacks what mine returned for p0');
  });

  test('is not taken where the file is gone, or holds something else', async () => {
    const [line] = await writeAll(['one']);
    const wrong = gzipSync(`${JSON.stringify({ ...lineOf('p0'), extraction: { text: 1 } })}\n`);
    await writeFile(join(folder, EXTRACTIONS), wrong);
    const moved = { ...line!, extraction: { offset: 0, length: wrong.length } } as JournalLine;
    await expect(readExtraction(folder, moved)).rejects.toThrow(
      /gz: byte 0: extraction\.text: found a number \(1\); expected a text; remove the file, and assay run --resume/u,
    );
    await rm(join(folder, EXTRACTIONS));
    await expect(readExtraction(folder, line!)).rejects.toThrow('lacks what mine returned for p0');
  });
});

describe('the file of extractions', () => {
  test('is gzip as any other, even where nothing was extracted', async () => {
    await writeAll([]);
    expect(gunzipSync(await readFile(join(folder, EXTRACTIONS))).toString()).toBe('');
    await writeAll(['a', 'b']);
    const lines = gunzipSync(await readFile(join(folder, EXTRACTIONS)))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await readAll());
  });

  test('is read in order, wherever its members end in what the system reads at once', async () => {
    // What hardly shrinks: members from some bytes to more than the 65,536 that are read at once.
    const noise = (length: number): string =>
      Array.from({ length }, (_, index) => Math.sin(index * length).toString(36)).join('');
    const texts = Array.from({ length: 150 }, (_, index) =>
      noise(index % 50 === 7 ? 9000 : (index * 37) % 200),
    );
    await writeAll(texts);
    expect((await readAll()).map(({ extraction }) => extraction.text)).toEqual(texts);
  });

  test('gives what is whole of it, wherever it was cut off', async () => {
    await writeAll(['one', 'two', 'three']);
    const bytes = await readFile(join(folder, EXTRACTIONS));
    const whole = await readAll();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        await writeFile(join(folder, EXTRACTIONS), bytes);
        await truncate(join(folder, EXTRACTIONS), length);
        const left = await readAll();
        expect(left).toEqual(whole.slice(0, left.length));
        // No member is smaller than 90 bytes, so that what is cut off is at most what was being written.
        expect(left.length).toBeGreaterThanOrEqual(Math.floor(length / (bytes.length / 3 + 3)));
      }),
      { numRuns: 60 },
    );
  });
});
