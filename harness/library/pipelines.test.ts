import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const PIPELINES = fileURLToPath(new URL('../gate/pipelines', import.meta.url));
const ASSAY = fileURLToPath(new URL('../../dist/cli/assay.mjs', import.meta.url));

describe('the shell recipe, in a repository with a base and a head', () => {
  const root = temporaryFolder();
  const folder = join(root, 'repository');
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });

  async function put(name: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }

  beforeAll(async () => {
    await put('assay.config.yaml', 'extractors: { mine: ./mine.mjs }\ncorpora: { ours: ./corpus }\n');
    for (const page of ['a', 'b']) {
      await put(`corpus/pages/news.example/${page}/page.txt`, `${page} two three four\n`);
      await put(`corpus/pages/news.example/${page}/gold.yaml`, `body:\n  - p: ${page} two three four\n`);
    }
    await put('mine.mjs', extractor('text'));
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'base');
  });

  function extractor(text: string): string {
    const extract = `extract({ text }) { return { text: ${text} }; }`;
    return `export default { name: 'mine', version: '1', accepts: ['text'], ${extract} };\n`;
  }

  function gate(
    base: string,
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
    const environment = {
      ...process.env,
      ASSAY: `'${process.execPath}' '${ASSAY}'`,
      ASSAY_INSTALL: 'echo installed > installed.txt',
      ASSAY_OUT: join(root, `out-${base}`),
      NO_COLOR: '1',
    };
    return new Promise((resolve) => {
      const script = join(PIPELINES, 'gate.sh');
      const done = (error: Error | null, stdout: string, stderr: string): void =>
        resolve({ code: error === null ? 0 : (error as Error & { code: number }).code, stdout, stderr });
      execFile('bash', [script, base, '--reporter', 'terminal'], { cwd: folder, env: environment }, done);
    });
  }

  test('a loss fails, with its page; nothing is left behind', async () => {
    await put('mine.mjs', extractor("text.startsWith('a') ? 'a two' : text"));
    const { code, stdout } = await gate('main');
    expect(stdout).toContain('page-loss: news.example/a 1.000 → 0.667');
    expect(code).toBe(1);
    const verdict = JSON.parse(await readFile(join(root, 'out-main/verdict.json'), 'utf8')) as object;
    expect(verdict).toMatchObject({ verdict: 'fail', extractors: [{ worse: 1, same: 1 }] });
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
    expect(existsSync(join(folder, 'installed.txt'))).toBe(false);
  });

  test('a harmless change passes', async () => {
    await put('mine.mjs', `// harmless\n${extractor('text')}`);
    expect(await gate('HEAD')).toMatchObject({ code: 0 });
  });

  test('a base that is not there is wrong use', async () => {
    const { code, stderr } = await gate('nothing');
    expect(stderr).toContain('git knows no revision nothing here');
    expect(code).toBe(2);
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

async function workflow(name: string): Promise<Workflow> {
  return parse(await readFile(join(PIPELINES, 'github/workflows', name), 'utf8')) as Workflow;
}

describe('the workflows of GitHub', () => {
  test('the gate runs on pull requests, reads only, and leaves the verdict', async () => {
    const { on, permissions, jobs } = await workflow('assay-gate.yml');
    expect({ on, permissions }).toEqual({ on: 'pull_request', permissions: { contents: 'read' } });
    const { steps } = jobs['gate']!;
    expect(steps[0]!.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    const action = steps
      .find(({ uses }) => uses?.startsWith('./'))!
      .uses!.replace('./node_modules/assay/', '../../');
    expect(existsSync(fileURLToPath(new URL(`${action}/action.yml`, import.meta.url)))).toBe(true);
    expect(steps.at(-1)!.with).toMatchObject({ name: 'assay-verdict', path: 'assay-gate/verdict.json' });
  });

  test('the comment follows the gate, may write comments alone, and trusts neither code nor numbers of forks', async () => {
    const { on, permissions, jobs } = await workflow('assay-comment.yml');
    const { name } = await workflow('assay-gate.yml');
    expect(on).toEqual({ workflow_run: { workflows: [name], types: ['completed'] } });
    expect(permissions).toEqual({});
    const { permissions: own, steps } = jobs['comment']!;
    expect(own).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'write' });
    expect(steps[0]!.with!['ref']).toBe('${{ github.event.repository.default_branch }}');
    // What comes from outside reaches a shell in variables only.
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('the action hands its inputs to the recipe, in variables', async () => {
    const text = await readFile(join(PIPELINES, 'github/action.yml'), 'utf8');
    const { inputs, runs } = parse(text) as {
      inputs: object;
      runs: { using: string; steps: readonly Step[] };
    };
    expect(Object.keys(inputs)).toEqual(['base', 'install', 'arguments', 'out']);
    expect(runs.using).toBe('composite');
    expect(runs.steps.map(({ run }) => run)).toEqual([
      'bash "$GATE" "$BASE" --reporter terminal,github $ARGUMENTS',
    ]);
  });

  test('there are no others', async () => {
    expect(await readdir(join(PIPELINES, 'github/workflows'))).toEqual([
      'assay-comment.yml',
      'assay-gate.yml',
    ]);
  });
});
