import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('./fixtures/load-configs.mjs', import.meta.url));

const TYPED = `
import { inner } from './inner.js';
interface Names { readonly [name: string]: string }
const corpora: Names = { own: inner };
export default { corpora };
`;

const FILES = {
  'module/package.json': '{ "type": "module" }',
  'module/assay.config.ts': TYPED,
  'module/inner.ts': 'export const inner: string = import.meta.dirname;',
  'common/package.json': '{ "type": "commonjs" }',
  'common/assay.config.ts': TYPED,
  'common/inner.ts': 'export const inner: string = __dirname;',
  'neither/assay.config.mts': "const own: string = './pages'; export default { corpora: { own } };",
  'neither/broken.mts': 'export default {\n',
};

const folder = temporaryFolder();
beforeAll(async () => {
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});

test('TypeScript is loaded in packages of either kind, knows where it stands, and imports TypeScript', async () => {
  const names = ['module/assay.config.ts', 'common/assay.config.ts', 'neither/assay.config.mts', 'neither/broken.mts']; // prettier-ignore
  const files = names.map((name) => join(folder, name));
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...files]);
  const outcomes = stdout.trimEnd().split('\n').map((line): unknown => JSON.parse(line)); // prettier-ignore
  expect(outcomes).toEqual([
    { corpora: { own: join(folder, 'module') } },
    { corpora: { own: join(folder, 'common') } },
    { corpora: { own: './pages' } },
    expect.stringMatching(/broken\.mts: does not load: .*broken\.m?ts:2:0: ERROR: Expected identifier/),
  ]);
});
