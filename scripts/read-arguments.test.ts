import { afterEach, expect, test, vi } from 'vitest';
import { readArguments } from './read-arguments.ts';

const CONFIG = { options: { only: { type: 'string' } }, allowPositionals: true } as const;
const before = process.argv;

afterEach(() => {
  process.argv = before;
  vi.restoreAllMocks();
});

/** What a script with these arguments prints, and how it ends. */
function run(...args: string[]) {
  process.argv = ['node', 'script', ...args];
  const written: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void written.push(`out: ${text}`));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void written.push(`err: ${text}`));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  try {
    const { values, positionals } = readArguments('USAGE', CONFIG);
    return { only: values.only, positionals };
  } catch (error) {
    return [...written, (error as Error).message];
  }
}

test('a script reads its arguments, prints its usage for --help, and refuses others in one message', () => {
  expect(run('--only', 'npm', 'one')).toEqual({ only: 'npm', positionals: ['one'] });
  expect(run('one', '--help')).toEqual(['out: USAGE', 'exit 0']);
  expect(run('-h')).toEqual(['out: USAGE', 'exit 0']);
  expect(run('--onyl=npm')).toEqual([
    expect.stringMatching(/^err: Unknown option '--onyl'[^\n]*\n\nUSAGE$/),
    'exit 2',
  ]);
});
