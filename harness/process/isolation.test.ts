import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { isolationOf } from './isolation.ts';
import { residentBytes } from './memory-watch.ts';
import { startGroup } from './start-group.ts';
import type { GroupCall } from './start-group.ts';

const isGranted = isolationOf({ hides: [], needs: [] }).startsWith('by namespaces');

const home = temporaryFolder();
const project = join(home, 'work', 'project');
const gold = join(project, 'corpus');
const elsewhere = temporaryFolder();

beforeAll(() => {
  for (const folder of [join(home, '.ssh'), gold, join(elsewhere, 'runs')]) mkdirSync(folder, { recursive: true });
  for (const file of [join(home, '.ssh/id'), join(gold, 'gold.yaml'), join(project, 'mine.sh'), join(elsewhere, 'runs/run.json')])
    writeFileSync(file, 'content');
}); // prettier-ignore
afterEach(() => vi.unstubAllEnvs());

const seclusion = { hides: [gold, join(elsewhere, 'runs')], needs: [project] };

/** What a line of shell prints where it is kept apart, and how it ended. */
async function run(
  line: string,
  more: Partial<GroupCall> = {},
): Promise<{ said: string; end: string | number }> {
  vi.stubEnv('HOME', home);
  const group = startGroup({
    words: ['/bin/sh', '-c', line],
    cwd: project,
    env: { PATH: process.env['PATH'] },
    seclusion,
    allowNetwork: false,
    stdin: 'ignore',
    stdout: 'pipe',
    ...more,
  });
  const chunks: Buffer[] = [];
  group.pipeAt(1).on('data', (chunk: Buffer) => chunks.push(chunk));
  const { code, signal, lastWords } = await group.ended;
  return { said: `${Buffer.concat(chunks).toString()}${lastWords}`.trim(), end: signal ?? code ?? 'unknown' };
}

describe.runIf(isGranted)('a process apart', () => {
  test('sees neither gold nor runs nor the home directory, by whatever path', async () => {
    for (const path of ['corpus/gold.yaml', './corpus/gold.yaml', join(gold, 'gold.yaml'), join(elsewhere, 'runs/run.json'), join(home, '.ssh/id'), '../../.ssh/id', '/proc/self/cwd/corpus/gold.yaml', '/proc/1/cwd/corpus/gold.yaml', `/proc/1/root${gold}/gold.yaml`]) {
      expect(await run(`cat ${path} 2>/dev/null || echo none`)).toEqual({ said: 'none', end: 0 });
    }
    expect(isolationOf(seclusion)).toBe('by namespaces');
  }); // prettier-ignore

  test('cannot take away what covers them, with namespaces of its own neither', async () => {
    const { said } = await run(
      `umount ${gold} 2>/dev/null; umount -l ${home} 2>/dev/null; unshare -Urm umount ${gold} 2>/dev/null; cat ${gold}/gold.yaml 2>/dev/null || echo none`,
    );
    expect(said).toBe('none');
  });

  test('reads what it needs of the home directory, and writes nothing there', async () => {
    expect((await run('cat mine.sh')).said).toBe('content');
    expect((await run('echo more >> mine.sh; cat mine.sh')).said).toContain('Read-only file system');
    await run(`echo x > ${home}/.bashrc; echo x > ${gold}/gold.yaml; echo x > ${elsewhere}/runs/run.json`);
    expect(existsSync(join(home, '.bashrc'))).toBe(false);
    expect(readFileSync(join(gold, 'gold.yaml'), 'utf8')).toBe('content');
    expect(readFileSync(join(elsewhere, 'runs/run.json'), 'utf8')).toBe('content');
  });

  test('has a home and temporary folder of its own, of a limited size, which is empty for the next one', async () => {
    expect((await run('echo x > "$HOME/a"; ls -A "$TMPDIR"')).said).toBe('a');
    expect((await run('ls -A "$TMPDIR"')).said).toBe('');
    // In kilobytes, for all processes together.
    expect((await run('df -k "$HOME" | tail -1')).said).toMatch(/^assay-own +1048576 /);
  });

  test('sees no process but its own, and can kill no other', async () => {
    const pid = String(process.pid);
    expect((await run(`kill -9 ${pid} 2>/dev/null && echo killed; ls /proc | grep -c '^[0-9]'`)).said).toMatch(/^[3-6]$/);
    expect((await run(`cat /proc/${pid}/environ 2>/dev/null || echo none`)).said).toBe('none');
  }); // prettier-ignore

  test('leaves no process behind, not by setsid either', async () => {
    const mark = `86400.${process.pid}`;
    await run(`setsid sleep ${mark} > /dev/null 2>&1 & sleep 0.2; true`);
    const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(all.split('\n').filter((line) => line.startsWith(`sleep ${mark}`))).toEqual([]);
  });

  test('is kept apart still when somebody has cleaned up the temporary folder', async () => {
    const { said } = await run('echo "$TMPDIR"');
    rmSync(dirname(dirname(said)), { recursive: true });
    expect(await run('cat corpus/gold.yaml 2>/dev/null || echo none')).toEqual({ said: 'none', end: 0 });
    expect((await run('echo "$TMPDIR"')).said).not.toContain(dirname(dirname(said)));
  });

  test('ends as the program ends', async () => {
    expect(await run('exit 3')).toEqual({ said: '', end: 3 });
    expect(await run('kill -SEGV $$')).toMatchObject({ end: 'SIGSEGV' });
    expect(await run('kill -KILL $$')).toMatchObject({ end: 'SIGKILL' });
  });

  test('is the user that it was, without rights over what is mounted', async () => {
    expect((await run('id -u; id -g')).said).toBe(`${process.getuid!()}\n${process.getgid!()}`);
  });

  test('is watched itself, not the shells above it', async () => {
    vi.stubEnv('HOME', home);
    const program = `const b = Buffer.alloc(100 * 2 ** 20, 1); setTimeout(() => process.exit(b[0]), 1500)`;
    const group = startGroup({
      words: [process.execPath, '-e', program],
      cwd: project,
      env: { PATH: process.env['PATH'] },
      seclusion,
      allowNetwork: false,
      memoryMb: 1000,
      stdin: 'ignore',
      stdout: 'ignore',
    });
    expect(residentBytes(group.leader)).toBeLessThan(20 * 2 ** 20);
    await expect.poll(() => group.memory.peakMb() ?? 0).toBeGreaterThan(100);
    expect(await group.ended).toMatchObject({ code: 1 });
  });
});

/** A user with no rights, where root may become one, and whether our files can be read by it. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const ISOLATION = fileURLToPath(new URL('../../dist/process/', import.meta.url));
const canBeNobody =
  process.getuid?.() === 0 &&
  spawnSync('cat', [fileURLToPath(import.meta.url)], { ...NOBODY, stdio: 'ignore' }).status === 0;

test.runIf(isGranted && canBeNobody)('a user without rights is kept apart as root is', () => {
  const own = mkdtempSync(join(elsewhere, 'nobody-'));
  const [secret, needed] = [join(own, 'secret'), join(own, 'project/mine.sh')];
  mkdirSync(dirname(needed));
  for (const file of [secret, needed]) writeFileSync(file, 'content');
  for (const path of [elsewhere, own, secret, dirname(needed), needed]) chownSync(path, NOBODY.uid, NOBODY.gid);
  const script = `
    import { isolationOf } from '${ISOLATION}isolation.js';
    import { startGroup } from '${ISOLATION}start-group.js';
    const seclusion = { hides: [], needs: ['${dirname(needed)}'] };
    console.log(isolationOf(seclusion));
    const line = 'id -u; cat ${needed}; echo; cat ${secret} || echo none; echo x > ${needed} || echo kept; ls /proc | grep -c "^[0-9]"';
    await startGroup({ words: ['/bin/sh', '-c', line], env: { PATH: process.env.PATH }, seclusion, allowNetwork: false, memoryMb: 200, stdin: 'ignore', stdout: 'inherit' }).ended;`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...NOBODY,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: own },
  });
  expect(stdout).toMatch(/^by namespaces\n65534\ncontent\nnone\nkept\n[3-6]\n$/);
}); // prettier-ignore

test('a folder that is needed itself is not covered, and that is told', () => {
  vi.stubEnv('HOME', home);
  const told = [isolationOf({ hides: [gold], needs: [gold] }), isolationOf({ hides: [], needs: [home] })];
  expect(new Set(told)).toEqual(new Set([isGranted ? 'by namespaces, in part' : 'not isolated']));
});

describe('where the system grants no namespaces', () => {
  const place = mkdtempSync(join(elsewhere, 'place-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('a process has a home and temporary folder of its own, and the run says the rest', async () => {
    // Where no program that makes a namespace is found.
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('TMPDIR', place);
    expect(isolationOf(seclusion)).toBe('not isolated');
    const { said } = await run('echo x > "$HOME/a"; echo "$HOME"', { env: { PATH: '/usr/bin:/bin' } });
    expect(said).toMatch(new RegExp(`^${place}/assay-`, 'u'));
    expect(existsSync(said)).toBe(false);
  });
});
