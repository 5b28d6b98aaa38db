import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { settles } from './settles.ts';
import { ownModule } from './own-module.ts';

test('what settles is handed on', async () => {
  expect(await settles(Promise.resolve(1), 1_000, 'x')).toBe(1);
  expect(await settles(2, 1_000, 'x')).toBe(2);
  await expect(settles(Promise.reject(new Error('no')), 1_000, 'x')).rejects.toThrow('no');
  expect(process.listeners('beforeExit').filter(({ name }) => name === 'giveUp')).toEqual([]);
});

test('what takes longer than its limit rejects', async () => {
  const never = new Promise<never>(() => {});
  await expect(settles(never, 5, 'what a hook returned')).rejects.toThrow(
    'what a hook returned does not settle within 5 ms',
  );
});

test('where nothing is left that could settle it, it rejects at once', async () => {
  const { href } = ownModule(new URL('./settles.ts', import.meta.url));
  const program = `
    const { settles } = await import(${JSON.stringify(href)});
    const never = new Promise(() => {});
    const errors = await Promise.all([1, 2].map((n) => settles(never, 60_000, 'promise ' + n).catch(({ message }) => message)));
    console.log(errors.join('\\n'));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let printed = '';
  child.stdout.on('data', (data) => (printed += String(data)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(printed.trimEnd().split('\n')).toEqual([
    'promise 1 never settles: nothing is left that it could wait for',
    'promise 2 never settles: nothing is left that it could wait for',
  ]);
  expect(code).toBe(0);
});
