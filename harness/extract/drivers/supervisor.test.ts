import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { isRunning } from './fixtures/is-running.ts';
import { releaseGroup, superviseGroup, supervisorPid } from './supervisor.ts';

/** A group of its own that stays for a while. */
function startGroup(): number {
  return spawn('sleep', ['30'], { detached: true, stdio: 'ignore' }).pid!;
}

test('a supervisor that is killed is replaced by one that knows what the first knew', async () => {
  const leader = startGroup();
  superviseGroup(leader);
  const first = supervisorPid()!;
  process.kill(first, 'SIGKILL');
  await expect.poll(supervisorPid).not.toBe(first);
  const second = supervisorPid()!;
  expect(isRunning(second)).toBe(true);
  releaseGroup(leader);
  process.kill(leader, 'SIGKILL');
});
