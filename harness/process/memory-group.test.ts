import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../extract/drivers/fixtures/is-running.ts';
import { causeOfEnding } from './ending.ts';
import { isolationOf } from './isolation.ts';
import { grantedPlaces } from './memory-group.ts';
import { startGroup } from './start-group.ts';
import type { Group, GroupCall } from './start-group.ts';

/** Most of this is tried only where the system grants control groups. */
const places = grantedPlaces() ?? [];
const isApart = isolationOf({ hides: [], needs: [] }).startsWith('by namespaces');
const limits = new Set(places.flatMap((place) => place.limits));
/** Apart from the machine, where that is granted, and not. */
const WAYS: Partial<GroupCall>[] = [{ seclusion: { hides: [], needs: [process.cwd()] } }, {}];

function start(program: string, memoryMb: number, more: Partial<GroupCall> = {}): Group {
  return startGroup({
    words: [process.execPath, '-e', program],
    env: { PATH: process.env['PATH'] },
    allowNetwork: true,
    memoryMb,
    stdin: 'ignore',
    stdout: 'pipe',
    ...more,
  });
}

async function printed(group: Group): Promise<string> {
  const chunks: Buffer[] = [];
  group.pipeAt(1).on('data', (chunk: Buffer) => chunks.push(chunk));
  const { lastWords } = await group.ended;
  return Buffer.concat(chunks).toString() + lastWords;
}

/** Of the build, so that it starts fast. */
const START_GROUP = new URL('../../dist/process/start-group.js', import.meta.url).href;

/** Names of the groups of this process. */
function groups(): string[] {
  const names = places.flatMap(({ folder }) => readdirSync(folder));
  return names.filter((name) => name.startsWith(`assay-${process.pid}-`));
}

/** A child that takes 300 MB at once; its end is told, and the program goes on as if nothing had happened. */
const CHILD_WANTS_MEMORY = `
  const { spawnSync } = require('node:child_process');
  const { signal } = spawnSync(process.execPath, ['-e', 'Buffer.alloc(300 * 2 ** 20, 1)']);
  console.log(signal);`;

describe.runIf(limits.has('memory'))('a program in a memory group', () => {
  test.each(WAYS)('is in it before it starts anything (%o)', async (way) => {
    const own = /\/assay-\d+-\w+\/processes$/m;
    const group = start('console.log(require("fs").readFileSync("/proc/self/cgroup", "utf8"))', 200, way);
    expect(await printed(group)).toMatch(own);
    expect(readFileSync('/proc/self/cgroup', 'utf8')).not.toMatch(own);
  });

  test.each(WAYS)('has no descriptor of it (%o)', async (way) => {
    const group = start('console.log(require("fs").readdirSync("/proc/self/fd").map((fd) => { try { return require("fs").readlinkSync("/proc/self/fd/" + fd) } catch { return "" } }).filter((path) => path.includes("cgroup")))', 200, way);
    expect(await printed(group)).toBe('[]\n');
  }); // prettier-ignore

  test.each(WAYS)('does not get more than its limit, all at once (%o)', async (way) => {
    const ending = await start('Buffer.alloc(300 * 2 ** 20, 1)', 200, way).ended;
    expect(ending).toMatchObject({ signal: 'SIGKILL', tooMuchMemory: { limitMb: 200 } });
    expect(causeOfEnding(ending)).toMatchObject({
      cause: 'out-of-memory',
      message: expect.stringContaining(' MB of memory; it may have 200 MB, and was killed'),
    });
  });

  test.each(WAYS)('is over its limit when only a child is, whatever it says (%o)', async (way) => {
    const ending = await start(CHILD_WANTS_MEMORY, 200, way).ended;
    expect(ending).toMatchObject({ tooMuchMemory: { limitMb: 200 } });
  });

  test('is over its limit from the moment on at which a child was killed, though it goes on', async () => {
    const group = start(`${CHILD_WANTS_MEMORY}; setInterval(() => {}, 1000)`, 200);
    await expect.poll(() => group.overranMemory()).toBe(true);
    expect(await group.ended).toMatchObject({ signal: 'SIGKILL', tooMuchMemory: { limitMb: 200 } });
  });

  test('below its limit goes on', async () => {
    const group = start('Buffer.alloc(100 * 2 ** 20, 1)', 300);
    const ending = await group.ended;
    expect([ending.code, group.overranMemory(), ending.tooMuchMemory]).toEqual([0, false, undefined]);
  });

  test('takes all along that it has started, by setsid too, and the group goes', async () => {
    const group = start('console.log(require("node:child_process").spawn("sleep", ["100"], { detached: true, stdio: "ignore" }).pid); process.exit()', 200);
    const pid = Number(await printed(group));
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid)).toBe(false);
    await expect.poll(groups).toEqual([]);
  }); // prettier-ignore

  test('that is not there was not started', async () => {
    const ending = await start('', 200, { words: ['./no-such-program'] }).ended;
    expect(ending).toMatchObject({ notStarted: 'ENOENT', lastWords: '' });
  });

  test.runIf(isApart)('that runs apart cannot change the limit nor leave the group', async () => {
    const [{ folder }] = places as [(typeof places)[number]];
    const script = `
      echo 0 > ${folder}/cgroup.procs; for file in ${folder}/assay-*/memory.max ${folder}/assay-*/memory.limit_in_bytes; do echo 999999999 > $file; done
      unshare -UrmC sh -c 'mount -t cgroup2 none /mnt || mount -t cgroup -o memory none /mnt; cat /mnt/memory.max /mnt/memory.limit_in_bytes; echo 999999999 > /mnt/memory.limit_in_bytes; echo 999999999 > /mnt/memory.max' 2> /dev/null
      unshare -Urm sh -c 'umount ${folder}/..; umount ${folder}; umount /sys/fs/cgroup; echo 0 > ${folder}/cgroup.procs' 2> /dev/null
      ${process.execPath} -e 'Buffer.alloc(300 * 2 ** 20, 1)'`;
    const ending = await start('', 200, { words: ['/bin/sh', '-c', script], ...WAYS[0] }).ended;
    expect(ending).toMatchObject({ tooMuchMemory: { limitMb: 200 } });
  }); // prettier-ignore
});

/** It starts processes that do the same, without end. */
const FORK_BOMB = 'bomb() { bomb | bomb & }; bomb; sleep 60';

describe.runIf(limits.has('pids'))('a fork bomb', () => {
  test.each(WAYS)('ends where its processes together are over the limit (%o)', async (way) => {
    const ending = await start('', 40, { words: ['/bin/sh', '-c', FORK_BOMB], ...way }).ended;
    expect(ending).toMatchObject({ signal: 'SIGKILL', tooMuchMemory: { limitMb: 40 } });
    await expect.poll(groups).toEqual([]);
  });

  test('has 4096 processes and threads at most', async () => {
    const group = start('setInterval(() => {}, 1000)', 200);
    const { folder } = places.find((place) => place.limits.includes('pids'))!;
    const own = readdirSync(folder).find((name) => name.startsWith(`assay-${process.pid}-`));
    expect(readFileSync(join(folder, own!, 'pids.max'), 'utf8')).toBe('4096\n');
    await group.kill();
  });
});

describe.runIf(limits.has('memory'))('a harness', () => {
  test('that exits takes its groups along, and what is in them', () => {
    const [pid, left] = harness('process.exit()');
    expect(left).toEqual([]);
    expect(isRunning(pid)).toBe(false);
  });

  test('that is killed leaves groups, which the next one removes', () => {
    const [pid, left] = harness('process.kill(process.pid, "SIGKILL")');
    expect(isRunning(pid)).toBe(false);
    const [, leftByNext] = harness('process.exit()');
    expect(leftByNext).toEqual([]);
    expect(left.filter((path) => existsSync(path))).toEqual([]);
  });
});

/** Starts a harness whose program sleeps when it ends: the number of that program, and the groups that are left. */
function harness(end: string): [pid: number, left: string[]] {
  const script = `
    import { startGroup } from ${JSON.stringify(START_GROUP)};
    const group = startGroup({ words: ['sleep', '60'], env: process.env, allowNetwork: true, memoryMb: 100, stdin: 'ignore', stdout: 'ignore' });
    console.log(process.pid, group.leader);
    setTimeout(() => { ${end} }, 100);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const [own, pid] = stdout.trim().split(' ');
  const left = places.flatMap(({ folder }) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`assay-${own}-`))
      .map((name) => join(folder, name)),
  );
  return [Number(pid), left];
}
