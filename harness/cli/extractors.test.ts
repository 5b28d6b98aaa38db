import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KNOWN_EXTRACTORS } from '../extract/catalog/register.ts';
import { isolationOf } from '../process/isolation.ts';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();
afterEach(() => vi.unstubAllEnvs());

describe('assay extractors', () => {
  test('lists what is configured and known, with what is missing', async () => {
    const config = 'extractors:\n  mine: { command: no-such-program --fast }\n  nothing: everything\n';
    await writeFile(join(at.folder, 'assay.config.yaml'), config);
    // What this machine has is not to decide.
    vi.stubEnv('ASSAY_PEERS', at.folder);
    const { code, stdout } = await at.assay('extractors', '--json');
    expect(code).toBe(0);
    const { schema, extractors } = JSON.parse(stdout) as {
      schema: string;
      extractors: {
        name: string;
        from: string;
        state: { runs: boolean; version?: string; problem?: string };
      }[];
    };
    expect(schema).toBe('assay/extractors@1');
    const known = KNOWN_EXTRACTORS.map(({ name }) => name).filter((name) => name !== 'nothing');
    expect(extractors.map(({ name, from }) => `${from} ${name}`)).toEqual([
      'configuration mine',
      'configuration nothing',
      ...known.map((name) => `assay ${name}`),
    ]);
    const problem =
      'assay.config.yaml:2:3: extractors.mine: cmd:no-such-program --fast: found no program no-such-program in the folders of PATH; install it, or name it by its path';
    expect(extractors[0]?.state).toEqual({ runs: false, problem });
    expect(extractors[2]?.state).toMatchObject({ runs: true, version: '0.6.0', driver: 'module' });
    expect(extractors.find(({ name }) => name === 'unfluff')?.state).toEqual({
      runs: false,
      problem: 'unfluff: found no npm package unfluff; install it: npm run peers -- unfluff',
    });
  });

  test.runIf(isolationOf({ hides: [], needs: [] }).startsWith('by namespaces'))(
    'shows it neither gold nor earlier runs while it is tested',
    async () => {
      const files = ['pages/corpus.yaml', 'reports/runs/one/run.json'].map((file) => join(at.folder, file));
      for (const file of files) {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, '');
      }
      await writeFile(join(at.folder, 'spy.yaml'), 'corpora: { own: ./pages }\n');
      const spy = `if (${JSON.stringify(files)}.some((file) => existsSync(file))) throw new Error('seen');`;
      const source = `import { existsSync } from 'node:fs';\n${spy}\n`;
      const definition = "{ name: 'spy', version: '1', accepts: ['html'], extract: () => null }";
      await writeFile(join(at.folder, 'spy.mjs'), `${source}export default ${definition};\n`);
      const { code, stderr } = await at.assayHere('extractors', 'test', './spy.mjs', '--config', 'spy.yaml');
      expect(stderr).not.toContain('seen');
      expect(code).toBe(1);
    },
  );

  test('puts one through the cases and says which hold', async () => {
    const good = await at.assayHere('extractors', 'test', 'everything', '--json');
    const empty = await at.assayHere('extractors', 'test', 'cmd:true');
    expect(good.code).toBe(0);
    const report = JSON.parse(good.stdout) as { name: string; cases: { verdict: string }[] };
    expect(report).toMatchObject({ schema: 'assay/conformance@2', name: 'everything' });
    expect(report.cases.map(({ verdict }) => verdict)).toEqual(Array(8).fill('holds'));
    expect(empty.code).toBe(1);
    expect(empty.stdout).toContain('fails  charset ');
    expect(empty.stdout).toContain('holds  empty ');
    expect(empty.stdout).toMatch(/2 of 8 cases fail\n$/);
    expect(empty.stdout).toMatch(
      /page: \.assay\/conformance\/shift-jis\.html, sent as text\/html; charset=Shift_JIS\n/,
    );
    const kept = await readFile(join(at.folder, '.assay', 'conformance', 'shift-jis.html'));
    expect(new TextDecoder('shift_jis').decode(kept)).toContain('橋の修理は冬までに終わる予定だと');
  });

  test('says what could not be judged where every page failed, and where it failed', async () => {
    const broken = await at.makeExtractor('broken', `throw new Error('no model');`);
    const { code, stdout } = await at.assayHere('extractors', 'test', broken);
    expect(code).toBe(1);
    expect(stdout).toMatch(/ {2}open {3}repeat .*\n +conformance\/twice: cannot be judged: both times threw: Error: no model\n +at .*broken\.mjs:1:/);
    expect(stdout).toMatch(/\n6 of 8 cases fail, 2 could not be judged\n$/);
  }); // prettier-ignore

  test('recorded output is not put through them: it has none of their pages', async () => {
    await writeFile(join(at.folder, 'outputs.json'), '{}');
    expect(await at.assayHere('extractors', 'test', 'recorded:outputs.json')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'assay: recorded:outputs.json is recorded output, which has none of the pages of the test; name the extractor that it came from\n',
    });
  });
});
