import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasetOnDisk, openSound } from './fixtures/dataset-on-disk.ts';

const disk = datasetOnDisk();

const rich = {
  track_id: 'b',
  html: '<p data-anno-uid="u" cc-select="true" class="mark-selected">é</p>',
  url: 'https://www.x.co.uk/1',
  groundtruth_content: '# É\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\n```\n\n$$\nx_1 = \\\\frac{1}{2}\n$$\n\n- c\n- d\n',
  meta: { language: 'zh', level: 'mid', table: ['data'], code: ['interline'], equation: ['inline'] },
}; // prettier-ignore
const poor = { track_id: 'a', html: '<p>x', language: 'en', groundtruth_content: '', layout_id: 'l' };

function jsonl(...lines: unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('the webmainbench source', () => {
  test('reads Markdown gold, slices and cleaned pages', async () => {
    await disk.write({ 'data/set.jsonl': jsonl(rich, poor) });
    const corpus = await openSound(`webmainbench:${disk.folder}`);
    expect(corpus).toMatchObject({ name: 'webmainbench-set', gold: 'text' });
    const slices = { traits: ['tables', 'code', 'math'], language: 'zh', difficulty: 'medium' };
    expect(corpus.pages).toEqual([
      { id: 'a', site: 'unknown', media: 'html', slices: { traits: [], language: 'en' } },
      { id: 'b', site: 'x.co.uk', media: 'html', slices },
    ]);
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>é</p>');
    expect(page).toMatchObject({ url: rich.url, contentType: 'text/html; charset=utf-8' });
    expect(gold.about).toEqual({ url: rich.url, traits: ['tables', 'code', 'math'], language: 'zh' });
    expect(gold.body).toEqual([
      { type: 'block', optional: false, kind: 'h1', text: 'É' },
      { type: 'block', optional: false, kind: 'table', rows: [['a', 'b'], ['1', '2']] },
      { type: 'block', optional: false, kind: 'code', text: 'x = 1' },
      { type: 'block', optional: false, kind: 'math', text: 'x_1 = \\\\frac{1}{2}' },
      { type: 'block', optional: false, kind: 'ul', items: ['c', 'd'] },
    ]); // prettier-ignore
    expect((await corpus.read(corpus.pages[0]!)).gold.body).toEqual([]);
  });

  test('a set is chosen by its file, by its name, or by being the only one', async () => {
    await disk.write({ 'data/one.jsonl': jsonl(poor), 'data/two.jsonl': jsonl(rich) });
    const names = [join(disk.folder, 'data', 'one.jsonl'), `${disk.folder}#two`];
    const opened = await Promise.all(names.map((name) => openSound(`webmainbench:${name}`)));
    expect(opened.map(({ name }) => name)).toEqual(['webmainbench-one', 'webmainbench-two']);
    await expect(openSound(`webmainbench:${disk.folder}`)).rejects.toThrow(
      `${disk.folder} holds several sets of pages; write webmainbench:${disk.folder}#one or webmainbench:${disk.folder}#two`,
    );
    await disk.write({ 'c#1/data/one.jsonl': jsonl(poor), 'c#1/data/two.jsonl': jsonl(rich) });
    expect((await openSound(`webmainbench:${disk.folder}/c#1#two`)).name).toBe('webmainbench-two');
    await expect(openSound(`webmainbench:${disk.folder}/c#1`)).rejects.toThrow(
      'c#1 holds several sets of pages',
    );
    await expect(openSound(`webmainbench:${disk.folder}#three`)).rejects.toThrow(
      `there is no ${disk.folder}/data/three.jsonl, only one, two; webmainbench:PATH takes`,
    );
  });

  test.each<[string, string | undefined, string, string]>([
    ['no folder', undefined, '', 'there is no {}/data/*.jsonl; webmainbench:PATH takes a JSONL file'],
    ['no file', undefined, '/set.jsonl', 'there is no file {}/set.jsonl; webmainbench:PATH takes'],
    ['no page', '\n', '', '{}/data/set.jsonl holds no page'],
    ['a broken line', `${jsonl(rich)}{"track_id":`, '', '{}/data/set.jsonl:2: the line is not JSON'],
    ['a page without a name', jsonl({ html: '' }), '', '{}/data/set.jsonl:1: the line has no "track_id"'],
    ['a page twice', jsonl(rich, poor, rich), '', 'set.jsonl:3: the page "b" stands in line 1 already'],
    ['a page without HTML', jsonl({ ...poor, html: null }), '', 'set.jsonl:1: the page "a" has no text "html"'],
    ['a page without gold', jsonl({ ...poor, groundtruth_content: null }), '', 'set.jsonl:1: the page "a" has no text "groundtruth_content"'],
  ])('%s is one clear message', async (_name, content, path, message) => {
    if (content !== undefined) await disk.write({ 'data/set.jsonl': content });
    const opening = openSound(`webmainbench:${disk.folder}${path}`);
    await expect(opening).rejects.toThrow(message.replace('{}', disk.folder));
  }); // prettier-ignore
});
