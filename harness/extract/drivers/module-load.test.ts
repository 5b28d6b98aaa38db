import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadModuleExtractor } from './module.ts';

// Modules are written where the tests run, since some of them no compiler or linter lets pass.
const folder = temporaryFolder();

function write(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

const GOOD = `{ name: 'good', version: '1.2', accepts: ['html', 'text'], extract: () => null }`;

describe.concurrent('a module that is an extractor', () => {
  test.each([
    ['typescript.ts', `const good: object = ${GOOD}; export default good`],
    ['module.mjs', `export default ${GOOD}`],
    ['common.cjs', `module.exports = ${GOOD}`],
  ])('is loaded from %s', async (name, source) => {
    const extractor = await loadModuleExtractor(write(name, source));
    expect(extractor).toMatchObject({
      name: 'good',
      version: '1.2',
      accepts: ['html', 'text'],
      baseline: false,
      driver: 'module',
      source: join(folder, name),
    });
    expect(extractor.fingerprint).toMatch(/^[\da-f]{64}$/);
  });

  test('is loaded from a file URL, with signs in its path that mean something in one', async () => {
    const path = write('a #1 50%?.mjs', `export default ${GOOD}`);
    expect(await loadModuleExtractor(pathToFileURL(path).href)).toMatchObject({ name: 'good' });
  });
});

test.concurrent('a process that ended between loading and the first page costs no page', async () => {
  const [sign, left] = [join(folder, 'leave'), join(folder, 'left')];
  const source = `
    import { existsSync, writeFileSync } from 'node:fs';
    if (!existsSync('${sign}')) setInterval(() => existsSync('${sign}') && process.exit(0), 20);
    process.on('exit', () => writeFileSync('${left}', ''));
    export default ${GOOD}`;
  const extractor = await loadModuleExtractor(write('leaving.mjs', source));
  writeFileSync(sign, '');
  await vi.waitUntil(() => existsSync(left), { timeout: 30_000 });
  await wait(300);
  const session = await extractor.open({ workers: 1, timeoutMs: 30_000 });
  const page = { id: 'p', site: 's', media: 'text', bytes: Buffer.alloc(0) } as const;
  expect(await session.extract(page)).toMatchObject({ status: 'extracted', extraction: { text: '' } });
  await session.close();
});

describe.concurrent('a module that is none', () => {
  test.each([
    [
      'no-default.ts',
      'export const extractor = 1',
      'the module has no default export; expected export default defineExtractor({ … })',
    ],
    [
      'number.mjs',
      'export default 7',
      'the module exports no extractor: the default export is a number (7); expected defineExtractor({ name, version, accepts, extract })',
    ],
    [
      'empty.mjs',
      'export default {}',
      "the module exports no extractor: name is missing; expected one line of text, at most 100 characters; version is missing; expected one line of text, at most 100 characters; accepts is missing; expected a list such as ['html'], ['text'] or both; extract is missing; expected a function",
    ],
    [
      'pdf.mjs',
      `export default { ...${GOOD}, accepts: ['html', 'pdf'] }`,
      `the module exports no extractor: accepts holds the text "pdf"; expected a list such as ['html'], ['text'] or both`,
    ],
    [
      'throws.mjs',
      '\nnull.x',
      "the module does not load: TypeError: Cannot read properties of null (reading 'x') (HERE:2)",
    ],
    [
      'exits.mjs',
      'process.exit(4)',
      'the process ended with exit code 4 while the module was loading; import it by itself to see why',
    ],
  ])('is refused: %s', async (name, source, message) => {
    const path = write(name, source);
    await expect(loadModuleExtractor(path, { source: name })).rejects.toMatchObject({
      name: 'AssayError',
      code: 'usage',
      message: `${name}: ${message.replace('HERE', path)}`,
    });
  });

  test('that is not TypeScript is refused with the place of the error', async () => {
    const refusal = expect(loadModuleExtractor(write('broken.ts', 'export default {\n')));
    await refusal.rejects.toThrow(
      /does not load: .*broken\.ts:2:0: ERROR: Expected identifier but found end of file/,
    );
  });

  test('that imports what is not there is refused with the name of it', async () => {
    const refusal = expect(loadModuleExtractor(write('lonely.mjs', `import 'no-such-package'`)));
    await refusal.rejects.toThrow(/does not load: Error: Cannot find package 'no-such-package'/);
  });

  test('that does not get done loading is refused after the time limit', async () => {
    const path = write('waits.mjs', `await new Promise(() => {}); export default ${GOOD}`);
    const loading = loadModuleExtractor(path, { source: 'waits.mjs', startLimitMs: 800 });
    await expect(loading).rejects.toThrow('waits.mjs: the module does not load within 800 ms');
  });

  test('that is not there, or is a folder, is refused with its path', async () => {
    const path = join(folder, 'missing.ts');
    const message = `./missing.ts: found no extractor module at ${path}; name a file that is there`;
    const loading = loadModuleExtractor(path, { source: './missing.ts' });
    await expect(loading).rejects.toMatchObject({ code: 'usage', message });
    await expect(loadModuleExtractor(folder, { source: './mine' })).rejects.toMatchObject({
      code: 'usage',
      message: `./mine: found a folder at ${folder}; name the file of the module in it`,
    });
  });
});
