import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metricNamed } from '../score/metrics/register.ts';
import { isWithin, printLike, readPrinted, readPublishedTables } from './published-table.ts';
import type { FigureTable, PublishedTable } from './published-table.ts';
import { renderReproduction } from './render.ts';
import { countCells, reproduce } from './reproduce.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'assay-reproduce-'));
  await mkdir(join(data, 'aeb', 'html'), { recursive: true });
  const truth = { aa: { articleBody: 'a b c d e' }, bb: { articleBody: 'f g h i' } };
  await writeFile(join(data, 'aeb', 'ground-truth.json'), JSON.stringify(truth));
  for (const id of Object.keys(truth))
    await writeFile(join(data, 'aeb', 'html', `${id}.html.gz`), gzipSync(''));
  // Shingles: one of two on the first page, the one on the second: recall (1/2 + 1) / 2.
  const output = { aa: { articleBody: 'a b c d' }, bb: { articleBody: 'f g h i' } };
  await writeFile(join(data, 'aeb', 'half.json'), JSON.stringify(output));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const table: FigureTable = {
  file: 'toy',
  title: 'Toy',
  source: 'nowhere @ 1, README',
  data: 'aeb',
  columns: {
    recall: { metric: 'shingles', figure: 'recall' },
    accuracy: { metric: 'exact', figure: 'accuracy' },
  },
  rows: [
    {
      system: 'half',
      version: '1',
      output: 'half.json',
      cells: { recall: '0.750', accuracy: '0.600 ± 0.354' },
    },
    {
      system: 'gone',
      version: '1',
      output: 'gone.json',
      from: 'git show 1:gone.json',
      cells: { recall: '0.1', accuracy: '0.2 ± 0.1' },
    },
    { system: 'lost', version: '1', missing: 'nobody kept them', cells: { recall: '0.1', accuracy: '0.2' } },
  ],
};

describe('published tables, computed again', () => {
  test('cell by cell: the same, off, or skipped and why', async () => {
    const rows: string[] = [];
    const [reproduced] = await reproduce([table], data, () => rows.push('row'));
    const gone = 'there is no gone.json; take it from the history: git show 1:gone.json';
    expect(reproduced!.cells).toEqual([
      { row: 'half', column: 'recall', published: '0.750', ours: '0.750', status: 'same' },
      { row: 'half', column: 'accuracy', published: '0.600', ours: '0.500', status: 'off' },
      { row: 'half', column: 'accuracy ±', published: '0.354', ours: expect.stringMatching(/^0\.3[3-7]\d$/), status: expect.any(String) },
      { row: 'gone', column: 'recall', published: '0.1', status: 'skipped', why: gone },
      { row: 'gone', column: 'accuracy', published: '0.2', status: 'skipped', why: gone },
      { row: 'gone', column: 'accuracy ±', published: '0.1', status: 'skipped', why: gone },
      { row: 'lost', column: 'recall', published: '0.1', status: 'skipped', why: 'nobody kept them' },
      { row: 'lost', column: 'accuracy', published: '0.2', status: 'skipped', why: 'nobody kept them' },
    ]); // prettier-ignore
    expect(rows).toHaveLength(3);
    const text = renderReproduction([
      { ...reproduced!, cells: reproduced!.cells.filter(({ column }) => !column.endsWith('±')) },
    ]);
    expect(text).toContain('| half |  0.750 | 0.600 (OFF, ours 0.500) |');
    expect(text).toContain(`- skipped: gone, because ${gone}`);
    expect(text.trimEnd().split('\n').at(-1)).toBe('**1 of 2 cells are as published**');
  });

  test('a figure that cannot be the same is compared within what the table says', async () => {
    const loose = { ...table, within: '0.1', because: 'another version', rows: table.rows.slice(0, 1) };
    const [reproduced] = await reproduce([loose], data);
    expect(reproduced!.cells[1]).toMatchObject({ column: 'accuracy', status: 'same' });
    expect(reproduced!.notes[0]).toBe('compared within 0.1, because another version');
  });

  test('data that is not there is skipped whole', async () => {
    const pins: PublishedTable = {
      file: 'pins',
      title: 'Pins',
      source: 'x',
      data: 'trafilatura',
      pins: { entries: '990' },
    };
    const tables = [{ ...table, data: 'nowhere' }, pins, { ...table, rows: [] }];
    const [figures, counts] = await reproduce(tables, data);
    expect(new Set(figures!.cells.map((cell) => cell.status === 'skipped' && cell.why))).toEqual(
      new Set(['there is no folder nowhere in the data']),
    );
    expect(counts!.cells).toEqual([
      {
        row: 'entries',
        column: '',
        published: '990',
        status: 'skipped',
        why: 'there is no folder trafilatura in the data',
      },
    ]);
    expect(countCells([figures!, counts!])).toEqual({ same: 0, compared: 0 });
    const text = renderReproduction([figures!]);
    expect(text).toContain('Source: nowhere @ 1, README.\n');
    expect(text).toContain('- skipped: half, gone, lost, because there is no folder nowhere in the data\n');
  });

  test('without any of the data is refused, not the same', async () => {
    const pins: PublishedTable = { file: 'pins', title: 'Pins', source: 'x', data: 'trafilatura', pins: {} };
    await expect(reproduce([table, pins], join(data, 'none'))).rejects.toMatchObject({
      code: 'bad-input',
      message: `found none of the folders aeb, trafilatura in ${join(data, 'none')}; expected a clone of each benchmark there`,
    });
  });
});

test('every table of the package names metrics, figures and columns that there are', async () => {
  const tables = await readPublishedTables();
  expect(tables.map(({ title }) => title)).toContain('AEB, latest evaluation');
  let cells = 0;
  for (const each of tables) {
    if ('pins' in each) continue;
    for (const { metric, figure } of Object.values(each.columns)) {
      expect(metricNamed(metric)?.figures).toContain(figure);
    }
    for (const { system, cells: row, output, missing } of each.rows) {
      expect([system, Object.keys(row)]).toEqual([system, Object.keys(each.columns)]);
      expect(output === undefined).toBe(missing !== undefined);
      if (output !== undefined) cells += Object.keys(row).length;
    }
  }
  // 26 + 3 + 7 + 10 rows of four means, and newspaper4k's three figures.
  expect(cells).toBe(46 * 4 + 3);
});

describe('printed figures', () => {
  test('are read with their spread', () => {
    expect(readPrinted('0.970 ± 0.005')).toEqual({ value: '0.970', spread: '0.005' });
    expect(readPrinted('.9585')).toEqual({ value: '.9585' });
  });

  test.each([
    [0.9699, '0.970', '0.970'],
    [0.95864, '.9585', '.9586'],
    [1, '0.5', '1.0'],
  ])('%d is printed like %s as %s', (ours, published, printed) => {
    expect(printLike(ours, published)).toBe(printed);
  });

  test.each([
    [0.9704, '0.970', 0, true],
    [0.9706, '0.970', 0, false],
    [0.0094, '0.005', 0.004, true],
    [0.0096, '0.005', 0.004, false],
    [Number.NaN, '0.005', 0.004, false],
  ])('%d and %s within %d: %s', (ours, published, within, same) => {
    expect(isWithin(ours, published, within)).toBe(same);
  });
});
