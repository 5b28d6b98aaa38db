import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { startGroup } from './start-group.ts';
import type { Group, GroupCall } from './start-group.ts';

/** Apart from the machine and in a control group, where these are granted, and neither. */
const WAYS: Partial<GroupCall>[] = [{ seclusion: { hides: [], needs: [process.cwd()] }, memoryMb: 200 }, {}];

const folder = temporaryFolder();

function startAhead(line: string, way: Partial<GroupCall>): { group: Group; said: () => string } {
  const group = startGroup({
    words: ['/bin/sh', '-c', line],
    env: { PATH: process.env['PATH'] },
    allowNetwork: true,
    isAhead: true,
    stdin: 'pipe',
    stdout: 'pipe',
    ...way,
  });
  const chunks: Buffer[] = [];
  group.pipeAt(1).on('data', (chunk: Buffer) => chunks.push(chunk));
  return { group, said: () => Buffer.concat(chunks).toString() };
}

test.skipIf(process.platform === 'win32').each(WAYS)('a program that is started ahead waits until it may begin (%o)', async (way) => {
  const { group, said } = startAhead('for each in /dev/fd/3 /dev/fd/4 /dev/fd/5; do test -e $each && echo open; done; cat', way);
  group.pipeAt(0).end('content');
  await wait(300);
  expect([said(), group.child.exitCode]).toEqual(['', null]);
  group.begin();
  expect(await group.ended).toMatchObject({ code: 0, lastWords: '' });
  expect(said()).toBe('content');
}); // prettier-ignore

test.skipIf(process.platform === 'win32').each(WAYS)('one that is killed first has not begun (%o)', async (way) => {
  const { group, said } = startAhead('echo begun', way);
  await group.kill();
  group.begin();
  expect(await group.ended).toMatchObject({ signal: 'SIGKILL' });
  expect(said()).toBe('');
}); // prettier-ignore

test.skipIf(process.platform === 'win32').each(WAYS)('what the system refuses at once is one clear error, and nothing is left (%o)', (way) => {
  const asked: GroupCall = { words: ['/bin/true'], env: {}, allowNetwork: true, stdin: 'ignore', stdout: 'ignore', ...way };
  vi.stubEnv('TMPDIR', folder);
  expect(() => startGroup({ ...asked, env: { LONG: 'x'.repeat(2 ** 18) } })).toThrow(
    /^\/bin\/true: the system refuses to start it \(E2BIG\); see that its folder is one/,
  );
  expect(() => startGroup({ ...asked, cwd: fileURLToPath(import.meta.url) })).toThrow(/^\/bin\/true: .*\(ENOTDIR\)/);
  vi.unstubAllEnvs();
  expect(readdirSync(folder)).toEqual([]);
}); // prettier-ignore
