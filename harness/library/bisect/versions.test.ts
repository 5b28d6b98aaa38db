import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { findProgram } from '../../process/find-program.ts';
import type { BisectSettings, Tried } from '../settings.ts';
import { bisect } from './bisect.ts';
import type { Bisected } from './bisect.ts';

/** Clients of registries, as programs on PATH, with nine versions; the fifth cannot be installed, from the seventh on words are lost. */
const VERSIONS = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0'];
const CLIENT = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename } = require('node:path');
const versions = ${JSON.stringify(VERSIONS)};
const words = process.argv.slice(2);
appendFileSync(LOG, words.join(' ') + '\\n');
const refuse = (text) => { console.error(text); process.exit(1); };
const last = words.at(-1);
if (words.includes('view') && last === '--json') {
  if (words[1] !== '@ours/words') refuse('npm error code E404');
  console.log(JSON.stringify(versions));
} else if (words.includes('index')) {
  console.log('ours-words (2.4.0)\\nAvailable versions: ' + versions.toReversed().join(', '));
} else {
  const [, name, version] = /^(.+?)(?:@|==)([\\d.]+)$/.exec(last);
  if (version === '2.0.0') refuse('no such file');
  const kept = versions.indexOf(version) < 6 ? 4 : 3;
  const target = words[words.indexOf('--target') + 1];
  if (name === 'ours-words') {
    writeFileSync(target + '/ours_words.py', 'def keep(text): return " ".join(text.split(" ")[:' + kept + '])\\n');
  } else {
    mkdirSync('node_modules/@ours/words', { recursive: true });
    writeFileSync('node_modules/@ours/words/package.json', '{ "name": "@ours/words", "main": "main.cjs" }');
    writeFileSync('node_modules/@ours/words/main.cjs', 'exports.keep = (text) => text.split(" ").slice(0, ' + kept + ').join(" ");');
  }
}
`;

const root = temporaryFolder();
const before = process.cwd();
const log = join(root, 'calls.txt');

function program(name: string, script: string): void {
  mkdirSync(join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'bin', name), script);
  chmodSync(join(root, 'bin', name), 0o755);
}

beforeAll(() => {
  const node = JSON.stringify(process.execPath);
  writeFileSync(join(root, 'client.cjs'), CLIENT.replace('LOG', JSON.stringify(log)));
  const client = `exec ${node} ${JSON.stringify(join(root, 'client.cjs'))} "$@"`;
  program('npm', `#!/bin/sh\n${client}\n`);
  const python = findProgram('python3', before);
  if (python !== undefined) {
    program(
      'python3',
      `#!/bin/sh\nif [ "$1" = -m ]; then ${client}; fi\nexec ${JSON.stringify(python)} "$@"\n`,
    );
  }
  for (const page of ['a', 'b']) {
    const place = join(root, 'corpus/pages/news.example', page);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'page.txt'), `${page} two three four\n`);
    writeFileSync(join(place, 'gold.yaml'), `body:\n  - p: ${page} two three four\n`);
  }
  // The version that the project has keeps everything.
  const own = join(root, 'node_modules/@ours/words');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'package.json'), '{ "name": "@ours/words", "main": "main.cjs" }');
  writeFileSync(join(own, 'main.cjs'), 'exports.keep = (text) => text;');
  const extract = 'extract({ text }) { return { text: keep(text) }; }';
  const fields = `name: 'mine', version: '1', accepts: ['text'], ${extract}`;
  writeFileSync(
    join(root, 'import.mjs'),
    `import { keep } from '@ours/words';\nexport default { ${fields} };\n`,
  );
  writeFileSync(
    join(root, 'require.cjs'),
    `const { keep } = require('@ours/words');\nmodule.exports = { ${fields} };\n`,
  );
  const loop =
    'page = json.loads(line); print(json.dumps({"id": page["id"], "text": keep(page["text"])}), flush=True)';
  const handshake = 'print(json.dumps({"assay": 1, "accepts": ["text"]}), flush=True)';
  writeFileSync(
    join(root, 'extract.py'),
    `import json, sys\nfrom ours_words import keep\n${handshake}\nfor line in sys.stdin:\n    ${loop}\n`,
  );
  mkdirSync(join(root, 'tmp'));
  vi.stubEnv('TMPDIR', join(root, 'tmp'));
  vi.stubEnv('PATH', [join(root, 'bin'), process.env['PATH']].join(delimiter));
  process.chdir(root);
});
beforeEach(() => writeFileSync(log, ''));
afterAll(() => {
  process.chdir(before);
  vi.unstubAllEnvs();
});

const tried: Tried[] = [];
function find(settings: Partial<BisectSettings>): Promise<Bisected> {
  tried.length = 0;
  return bisect({
    good: '1.0.0',
    bad: '2.4.0',
    package: 'npm:@ours/words',
    extractor: './import.mjs',
    corpus: './corpus',
    config: false,
    onTried: (each) => tried.push(each),
    ...settings,
  });
}

async function expectFound(settings: Partial<BisectSettings>, specifier: string): Promise<void> {
  const environment = [process.env['NODE_OPTIONS'], process.env['PYTHONPATH']];
  const { lost, before: figure, bad, runs } = await find(settings);
  // Three words of four are left: F1 = 2 · 1 · 0.75 / 1.75.
  expect(lost).toEqual([{ state: '2.2.0', value: expect.closeTo(6 / 7, 12) as number }]);
  expect([figure, bad.value]).toEqual([1, expect.closeTo(6 / 7, 12)]);
  // Both ends; 2.0.0 in the middle, which cannot be installed; its neighbour; then halves of what is left.
  expect(tried.map(({ state }) => state)).toEqual(['1.0.0', '2.4.0', '2.0.0', '1.3.0', '2.1.0', '2.2.0']);
  expect(runs).toBe(6);
  expect(tried[2]).toMatchObject({ problem: expect.stringContaining('no such file') as string });
  const installed = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('install'));
  expect(installed.map((line) => line.slice(line.lastIndexOf(' ') + 1))).toEqual(
    tried.map(({ state }) => `${specifier}${state}`),
  );
  expect(readdirSync(join(root, 'tmp')).filter((name) => name.startsWith('assay-bisect-'))).toEqual([]);
  expect([process.env['NODE_OPTIONS'], process.env['PYTHONPATH']]).toEqual(environment);
}

describe('the version that lost words is found', () => {
  test('of a package that a module imports', () =>
    expectFound({ extractor: './import.mjs' }, '@ours/words@'));

  test('of one that a module requires', () =>
    expectFound({ extractor: './require.cjs', page: 'news.example/b' }, '@ours/words@'));

  test.skipIf(findProgram('python3', before) === undefined)(
    'of one that a command in Python imports (skipped where there is no python3)',
    () => expectFound({ package: 'pip:ours-words', extractor: 'jsonl:python3 extract.py' }, 'ours-words=='),
  );
});

test.each([
  ['a package without its registry', { package: '@ours/words' }, /--package: found "@ours\/words"; expected npm:NAME or pip:NAME/],
  ['an option of the client', { package: 'npm:--help' }, /--package: found "npm:--help"; expected/],
  ['a package that the registry does not have', { package: 'npm:words' }, /versions of words cannot be listed: npm view words versions --json failed:\n.*E404\ncheck the name of the package and the network/],
  ['a version that it does not have', { bad: '9.9.9' }, /npm:@ours\/words has no version 9\.9\.9; the latest of its registry are .*2\.3\.0, 2\.4\.0/],
  ['versions in the wrong order', { good: '2.4.0', bad: '1.0.0' }, /version 1\.0\.0 of npm:@ours\/words does not come after 2\.4\.0/],
  ['versions between which nothing was lost', { bad: '1.2.0' }, /the whole has 1\.000 on 1\.0\.0 and 1\.000 on 1\.2\.0: nothing was lost/],
  ['a version that cannot be installed at an end', { bad: '2.0.0' }, /2\.0\.0 does not run: npm install .*no such file; name another one/s],
  ['a command that makes commits ready', { install: 'npm ci' }, /found both --package and --install/],
])('%s is refused', async (_, settings, message) => {
  await expect(find(settings)).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(message) as string });
  expect(readdirSync(join(root, 'tmp')).filter((name) => name.startsWith('assay-bisect-'))).toEqual([]);
}); // prettier-ignore

test('a client that is not there is told', async () => {
  vi.stubEnv('PATH', join(root, 'none'));
  await expect(find({})).rejects.toThrow('found no program npm in the folders of PATH; install it');
});
