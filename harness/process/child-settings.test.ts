import { expect, test } from 'vitest';
import { childEnvironment, heapArguments } from './child-settings.ts';

test('the environment is passed on with a fixed time zone and locale', () => {
  expect(childEnvironment({ HOME: '/home/a', TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' })).toEqual({
    HOME: '/home/a',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONHASHSEED: '0',
  });
});

test('proxies are passed on only where the network is', () => {
  const given = { https_proxy: 'http://p:1', NO_PROXY: '*', HTTP_PROXY_PASS: 'x' };
  expect(Object.keys(childEnvironment(given)).filter((name) => name in given)).toEqual(['HTTP_PROXY_PASS']);
  expect(childEnvironment(given, { allowNetwork: true })).toMatchObject(given);
});

test('the heap gets three quarters of the memory, unless NODE_OPTIONS says how much', () => {
  expect(heapArguments(200, {})).toEqual(['--max-old-space-size=150']);
  expect(heapArguments(1, {})).toEqual(['--max-old-space-size=1']);
  expect(heapArguments(200, { NODE_OPTIONS: '--max_old_space_size=40' })).toEqual([]);
});

test.each([
  ['--inspect', ''],
  ['--inspect-brk=127.0.0.1:9229 --no-warnings', '--no-warnings'],
  ['--no-warnings --inspect-port 9230 --max-old-space-size=64', '--no-warnings  --max-old-space-size=64'],
  ['--import ./inspect.mjs', '--import ./inspect.mjs'],
])('NODE_OPTIONS loses its debugger: %j', (given, kept) => {
  expect(childEnvironment({ NODE_OPTIONS: given })).toHaveProperty('NODE_OPTIONS', kept);
});
