import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from '../../model/page.ts';
import { StdioProcess } from './command-stdio.ts';

/** No other process has it among its words. */
const MARK = `stdio-${process.pid}`;

const page: Page = { id: 'page', site: 'site', media: 'html', bytes: Buffer.from('good') };
const answered = { status: 'extracted', extraction: { text: 'good' } };

/** Processes that have the mark among their words. */
function marked(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => wordsOf(pid).includes(MARK)).map(Number);
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

test.runIf(process.platform === 'linux')('a process waits for the next page, and is replaced where it is gone', async () => {
  const commands = new StdioProcess({
    words: ['/bin/sh', '-c', 'cat', MARK],
    env: { PATH: process.env['PATH'] },
    allowNetwork: true,
    stdin: 'pipe',
    stdout: 'pipe',
    input: ({ bytes }) => bytes,
    output: 'text',
  });
  expect(marked()).toEqual([]);
  expect((await commands.run(page, 10_000)).result).toMatchObject(answered);
  const [waiting, ...others] = marked();
  expect(others).toEqual([]);
  process.kill(waiting!, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${waiting}`)).toBe(false);
  expect((await commands.run(page, 10_000)).result).toMatchObject(answered);
  await commands.kill();
  expect(marked()).toEqual([]);
}); // prettier-ignore
