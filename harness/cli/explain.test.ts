import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

const PAGE = `<!doctype html><meta charset="utf-8"><title>The dam held</title>
<nav id="menu">Sport Weather Jobs</nav>
<div id="story"><p>The dam above the town held all night.</p><p>Nobody was hurt, said the mayor.</p>
<ul><li>Two roads are closed.</li><li>One bridge is open.</li></ul><p>It was rebuilt after the war.</p></div>`;
const GOLD = `kind: news
language: en
body:
  - p: The dam above the town held all night.
  - p: Nobody was hurt, said the mayor.
  - ul:
      - Two roads are closed.
      - One bridge is open.
  - p: It was rebuilt after the war.
boilerplate:
  - nav: Sport Weather Jobs
`;

/** Loses the list and takes the menu along. */
const LEAKY =
  "return { text: 'Sport Weather Jobs\\nThe dam above the town held all night.\\nNobody was hurt, said the mayor.\\nIt was rebuilt after the war.' };";
const WHOLE =
  "return { text: 'The dam above the town held all night.\\nNobody was hurt, said the mayor.\\nTwo roads are closed.\\nOne bridge is open.\\nIt was rebuilt after the war.' };";

test('a run, an extractor and a page are explained; two of them are held against each other', async () => {
  const folder = join(at.folder, 'corpus', 'pages', 'wire.example', 'dam');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'page.html'), PAGE);
  await writeFile(join(folder, 'gold.yaml'), GOLD);
  const leaky = await at.makeExtractor('leaky', LEAKY);
  const whole = await at.makeExtractor('whole', WHOLE);
  const run = await at.assayHere('run', '-c', 'corpus', '-e', leaky, '-e', whole, '--label', 'first');
  expect([run.code, run.code === 0 ? '' : run.stderr]).toEqual([0, '']);
  // 20 of 28 words came out, and 3 others: F1 is 40 / 51; with the list 2 · 28 / 59, without the menu 40 / 48.
  expect(run.stdout).toContain('  leaky  in-list +0.165, nav +0.049\n');

  const page = await at.assayHere('explain', 'first', 'leaky', 'dam');
  expect(page.stderr).toBe('');
  expect(page.stdout).toContain('leaky · corpus · wire.example/dam\n');
  expect(page.stdout).toContain('  - 8 tokens in-list · middle · body[2].items[0] ul · div#story > ul\n');
  expect(page.stdout).toContain('  + 3 tokens nav · boilerplate[0] · nav#menu\n');
  expect(page.stdout).toContain('-Two roads are closed.\n-One bridge is open.\n');
  expect(page.stdout).toContain('+Sport Weather Jobs\n');

  const json = await at.assayHere('explain', 'latest', 'leaky', 'dam', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'assay/explanation@1',
    kind: 'page',
    explanation: {
      counts: { required: 28, matched: 20, missing: 8, surplus: 3 },
      surplus: [{ class: 'nav', tokens: 3, text: 'Sport Weather Jobs', place: { path: 'nav#menu' } }],
      missing: [{ class: 'in-list', tokens: 8, gold: 'body[2].items[0]', position: 'middle' }],
    },
  });

  const against = await at.assayHere('explain', 'first', 'leaky', 'dam', '--against', 'whole');
  expect(against.stdout).toContain('lost by leaky, kept by whole\n  - 8 tokens in-list');
  expect(against.stdout).toContain('came out of leaky only\n  + 3 tokens nav');
  expect(against.stdout).toContain('came out of whole only\n  nothing');

  const extractor = await at.assayHere('explain', 'first', 'leaky');
  expect(extractor.stdout).toMatch(/in-list +\+0\.165 +0 +8 +1 +it stands in a list\n/);
  expect(extractor.stdout).toContain('  in-list · wire.example/dam · div#story > ul\n');

  const all = await at.assayHere('explain', 'latest');
  expect(all.stdout).toMatch(/class +leaky +whole\nin-list +\+0\.165 +–\nnav +\+0\.049 +–\n/);
});

test('what is not there is refused with what there is', async () => {
  const wrong = async (...words: string[]): Promise<string> => {
    const { code, stderr } = await at.assayHere('explain', ...words);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await wrong('furst')).toContain('did you mean "first"?');
  expect(await wrong('first', 'leeky')).toContain('unknown extractor "leeky": did you mean "leaky"?');
  expect(await wrong('first', 'leaky', 'damn')).toContain('leaky has no page that is called "damn"');
  expect(await wrong('first', '--against', 'whole')).toContain('found --against without an extractor');
  await writeFile(
    join(at.folder, 'corpus', 'pages', 'wire.example', 'dam', 'gold.yaml'),
    'body: [{p: Other.}]\n'.replace('Other.', '"Other."'),
  );
  expect(await wrong('first', 'leaky', 'dam')).toContain(
    'the corpus corpus has changed since (wire.example/dam is scored differently now)',
  );
});
