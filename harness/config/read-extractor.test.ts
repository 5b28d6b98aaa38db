import { describe, expect, test } from 'vitest';
import { ConfigReading } from './config-reading.ts';
import { readExtractor } from './read-extractor.ts';

function read(value: unknown) {
  const reading = new ConfigReading();
  const entry = readExtractor(reading, { path: ['x'], value });
  const faults = reading.faults.map(
    ({ path, found, expected, mend }) => `${path.join('/')}: ${found}; ${expected}; ${mend}`,
  );
  return { entry, faults };
}

describe('an entry is read as it is written', () => {
  test.each([
    './module.ts',
    { module: './module.ts', options: { fast: true }, network: false },
    { command: 'trafilatura --no-comments' },
    {
      command: ['python3', 'extract.py'],
      protocol: 'jsonl',
      cwd: './python',
      env: { MODEL: 'small', EMPTY: '' },
      accepts: ['html', 'text'],
      wants: 'bytes',
      network: true,
      startTimeout: 60_000,
      version: '1.0',
      fingerprint: ['**/*.py'],
    },
    { command: 'a', output: 'markdown', fingerprint: { command: 'pip freeze' } },
    { http: 'http://localhost/' },
    {
      http: 'https://extract.example/v1',
      headers: {
        Authorization: { env: 'TOKEN', prefix: 'Bearer ' },
        'X-Mode': 'article',
        'X-Key': { env: 'KEY' },
      },
      concurrency: 4,
      retries: 0,
    },
  ])('%j', (value) => {
    expect(read(value)).toEqual({ entry: value, faults: [] });
  });
});

const COMMAND =
  'one of command, protocol, output, cwd, env, network, startTimeout, accepts, wants, version, fingerprint';

describe('a fault is told with its place', () => {
  test.each([
    [{ command: 'a', options: {} }, `x/options: the unknown key "options"; ${COMMAND}; take it away`],
    [{ command: '' }, 'x/command: the text ""; a program and its arguments, in one text or a list; write program --option'],
    [{ command: 'a', protocol: 'json' }, 'x/protocol: the text "json"; one of stdio, jsonl; did you mean "jsonl"?'],
    [{ command: 'a', protocol: 'jsonl', output: 'text' }, 'x/output: an output; none with protocol jsonl, in which every answer names its fields; take it away'],
    [{ command: 'a', network: 'yes' }, 'x/network: the text "yes"; true or false; write network: true'],
    [{ command: 'a', accepts: ['pdf'] }, 'x/accepts/0: the text "pdf"; one of html, text; take one of these words'],
    [{ command: 'a', env: { A: 1 } }, 'x/env/A: a number (1); a text; quote it'],
    [{ command: 'a', version: 1 }, 'x/version: a number (1); a version; quote it: version: "1.0"'],
    [{ command: 'a', fingerprint: {} }, 'x/fingerprint: an object; globs or a command; write [src/**]'],
    [{ http: 1 }, 'x/http: a number (1); the URL of a service; write http: http://localhost:8000/'],
    [{ http: 'h', headers: { a: { prefix: 'Bearer ' } } }, 'x/headers/a: nothing; the name of a variable under the key env; write env: TOKEN'],
    [{ http: 'h', retries: -1 }, 'x/retries: a number (-1); a whole number of at least 1; write 0 to send every request once'],
  ])('%j', (value, fault) => {
    expect(read(value).faults).toEqual([fault]);
  }); // prettier-ignore

  test('a command that is none does not hide what else is wrong', () => {
    expect(read({ command: [1], protocol: 'json' })).toEqual({
      entry: undefined,
      faults: [
        'x/command/0: a number (1); a text; quote it',
        'x/protocol: the text "json"; one of stdio, jsonl; did you mean "jsonl"?',
      ],
    });
  });
});
