import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { ExtractorEntry } from '../../model/config.ts';
import type { Outcome } from '../../model/extraction.ts';
import { loadEntry } from '../load-entry.ts';

const folder = temporaryFolder();

/** Evaluates the page, and answers with what comes of it. */
const BODY = `const answer = (code) => ({ text: JSON.stringify(eval(code)) ?? '' });`;

beforeAll(() => {
  writeFileSync(
    join(folder, 'module.mjs'),
    `import fs from 'node:fs'; import os from 'node:os'; ${BODY} void [fs, os];
export default { name: 'm', version: '1', accepts: ['html'], extract: ({ html }) => answer(html) };`,
  );
  writeFileSync(
    join(folder, 'command.mjs'),
    `import fs from 'node:fs'; import os from 'node:os'; import { createInterface } from 'node:readline'; ${BODY} void [fs, os];
for await (const line of createInterface({ input: process.stdin })) {
  const { id, html } = JSON.parse(line);
  let answered; try { answered = answer(html); } catch (error) { answered = { error: String(error) }; }
  console.log(JSON.stringify({ id, ...answered }));
}`,
  );
});

const KINDS: readonly (readonly [string, ExtractorEntry])[] = [
  ['module', { module: './module.mjs' }],
  ['command', { command: [process.execPath, 'command.mjs'], protocol: 'jsonl' }],
];

async function ask(entry: ExtractorEntry, code: string): Promise<Outcome> {
  const extractor = await loadEntry(entry, folder);
  const session = await extractor.open({ workers: 1, timeoutMs: 30_000 });
  const outcome = await session.extract({ id: 'p', site: 's', media: 'html', bytes: Buffer.from(code) });
  await session.close();
  return outcome;
}

async function valueOf(entry: ExtractorEntry, code: string): Promise<unknown> {
  const outcome = await ask(entry, code);
  if (outcome.status !== 'extracted') throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.extraction.text ?? '');
}

describe.each(KINDS)('the environment of a %s', (_, entry) => {
  afterEach(() => vi.unstubAllEnvs());

  test('holds nothing of the harness but what says where programs are', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'ghp_0123456789');
    vi.stubEnv('NODE_AUTH_TOKEN', 'npm_0123456789');
    const names = (await valueOf(entry, 'Object.keys(process.env)')) as string[];
    expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'TMPDIR', 'TZ']));
    expect(names.filter((name) => /TOKEN|SECRET|KEY|AWS|GITHUB|npm_|VITEST/i.test(name))).toEqual([]);
  });

  test('has a home that is a temporary folder of its own, and goes with the process', async () => {
    const own = String(
      await valueOf(entry, `fs.writeFileSync(os.homedir() + '/a', 'x'); [os.homedir(), os.tmpdir()].join()`),
    );
    const [home, temporary] = own.split(',');
    expect(home).not.toBe(process.env['HOME']);
    expect(temporary).toBe(home);
    await expect.poll(() => existsSync(home!) && readdirSync(home!).length > 0).toBe(false);
  });

  test('holds what the configuration gives and passes on', async () => {
    vi.stubEnv('ASSAY_TEST_MODEL', '/models/small');
    const env = { OWN: 'value', passes: ['ASSAY_TEST_MODEL'] };
    const code = '[process.env.OWN, process.env.ASSAY_TEST_MODEL]';
    expect(await valueOf({ ...entry, env }, code)).toEqual(['value', '/models/small']);
  });

  test('holds no secret that is passed on where it could be kept', async () => {
    vi.stubEnv('ASSAY_TEST_TOKEN', 'hunter2-hunter2');
    const passing = { ...entry, env: { passes: ['ASSAY_TEST_TOKEN'] } } as ExtractorEntry;
    const token = 'process.env.ASSAY_TEST_TOKEN';
    const code = `[${token}, Buffer.from(${token}).toString('base64')]`;
    expect(await valueOf(passing, code)).toEqual(['[secret]', '[secret]']);
    const failed = await ask(passing, `throw new Error(${token})`);
    expect(failed).toMatchObject({ failure: 'threw', message: 'Error: [secret]' });
  });

  test('is named where an extractor fails without a variable of it', async () => {
    vi.stubEnv('ASSAY_TEST_MODEL', '/models/small');
    const outcome = await ask(entry, `throw new Error('set ASSAY_TEST_MODEL')`);
    const hint = 'extractors get no variable of yours unless the configuration says so: env: { passes: [ASSAY_TEST_MODEL] }';
    expect(outcome).toMatchObject({ failure: 'threw', message: `Error: set ASSAY_TEST_MODEL; ${hint}` });
  }); // prettier-ignore

  test('is refused where what is to be passed on is not there', async () => {
    const passing = { ...entry, env: { passes: ['ASSAY_TEST_UNSET'] } } as ExtractorEntry;
    await expect(async () => loadEntry(passing, folder)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(
        /: env\.passes: the variable ASSAY_TEST_UNSET is not set; set it in the environment, or remove it$/,
      ) as unknown,
    });
  });
});
