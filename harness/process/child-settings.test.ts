import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { childEnvironment, heapArguments, withheldVariable } from './child-settings.ts';

const FIXED = {
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  PYTHONUNBUFFERED: '1',
  PYTHONIOENCODING: 'utf-8',
  PYTHONHASHSEED: '0',
};

test('of the environment only what says where programs are is passed on, with a fixed time zone and locale', () => {
  const given = {
    PATH: '/usr/bin:/bin',
    PYTHONPATH: '/lib/mine',
    ASSAY_PEERS: '/peers',
    HOME: '/home/nobody-here',
    TMPDIR: '/tmp',
    TZ: 'Asia/Tokyo',
    LANG: 'de_DE.UTF-8',
    GITHUB_TOKEN: 'ghp_x',
    AWS_SECRET_ACCESS_KEY: 'x',
    npm_config__authToken: 'x',
    PATHS: 'x',
  };
  const { PATH, PYTHONPATH, ASSAY_PEERS } = given;
  expect(childEnvironment(given)).toEqual({ PATH, PYTHONPATH, ASSAY_PEERS, ...FIXED });
});

test('what the configuration gives goes before everything else', () => {
  const variables = { TZ: 'Asia/Tokyo', HOME: '/home/a', TOKEN: 'x' };
  expect(childEnvironment({ PATH: '/bin', HOME: '/b' }, { variables })).toEqual({
    PATH: '/bin',
    ...FIXED,
    ...variables,
  });
});

test('packages in the home directory are found from another one', () => {
  const home = temporaryFolder();
  mkdirSync(join(home, '.local'));
  const given = { HOME: home, GOPATH: '/go' };
  expect(childEnvironment(given)).toEqual({ PYTHONUSERBASE: join(home, '.local'), GOPATH: '/go', ...FIXED });
});

test('proxies and certificates are passed on only where the network is', () => {
  const given = { https_proxy: 'http://p:1', NO_PROXY: '*', SSL_CERT_FILE: '/c.pem', HTTP_PROXY_PASS: 'x' };
  expect(childEnvironment(given)).toEqual(FIXED);
  const { https_proxy, NO_PROXY, SSL_CERT_FILE } = given;
  const passed = { https_proxy, NO_PROXY, SSL_CERT_FILE };
  expect(childEnvironment(given, { allowNetwork: true })).toEqual({ ...FIXED, ...passed });
});

test.each([
  ["KeyError: 'MODEL_PATH'", 'MODEL_PATH'],
  ['Error: PATH_TO and then MODEL_PATH', 'MODEL_PATH'],
  ['XMODEL_PATHS and MODEL_PATH_2', undefined],
  ['Error: OWN_NAME', undefined],
  ['nothing', undefined],
])('a variable that was held back is found in a message: %s', (message, name) => {
  const all = { MODEL_PATH: 'x', OWN_NAME: 'x' };
  expect(withheldVariable(message, { OWN_NAME: 'x' }, all)).toBe(name);
});

test('the heap gets three quarters of the memory and new objects a place of their own, unless NODE_OPTIONS says how much', () => {
  expect(heapArguments(200, {})).toEqual(['--max-old-space-size=150', '--max-semi-space-size=4']);
  expect(heapArguments(1, {})).toEqual(['--max-old-space-size=1', '--max-semi-space-size=1']);
  expect(heapArguments(4096, {})).toEqual(['--max-old-space-size=3072', '--max-semi-space-size=16']);
  expect(heapArguments(200, { NODE_OPTIONS: '--max_old_space_size=40' })).toEqual([
    '--max-semi-space-size=4',
  ]);
  expect(heapArguments(200, { NODE_OPTIONS: '--max-semi-space-size=2' })).toEqual([
    '--max-old-space-size=150',
  ]);
});

test.each([
  ['--inspect', ''],
  ['--inspect-brk=127.0.0.1:9229 --no-warnings', '--no-warnings'],
  ['--no-warnings --inspect-port 9230 --max-old-space-size=64', '--no-warnings  --max-old-space-size=64'],
  ['--import ./inspect.mjs', '--import ./inspect.mjs'],
])('NODE_OPTIONS loses its debugger: %j', (given, kept) => {
  expect(childEnvironment({ NODE_OPTIONS: given })).toHaveProperty('NODE_OPTIONS', kept);
});
