import { expect, test } from 'vitest';
import { childEnvironment } from './child-settings.ts';

test('the environment is passed on with a fixed time zone and locale', () => {
  expect(childEnvironment({ HOME: '/home/a', TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' })).toEqual({
    HOME: '/home/a',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
  });
});

test.each([
  ['--inspect', ''],
  ['--inspect-brk=127.0.0.1:9229 --no-warnings', '--no-warnings'],
  ['--no-warnings --inspect-port 9230 --max-old-space-size=64', '--no-warnings  --max-old-space-size=64'],
  ['--import ./inspect.mjs', '--import ./inspect.mjs'],
])('NODE_OPTIONS loses its debugger: %j', (given, kept) => {
  expect(childEnvironment({ NODE_OPTIONS: given })).toHaveProperty('NODE_OPTIONS', kept);
});
