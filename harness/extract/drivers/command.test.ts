import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { CommandEntry } from '../../model/config.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import type { Extractor, ExtractorSession } from '../extractor.ts';
import { loadEntry } from '../load-entry.ts';
import { isRunning, sleeperOf } from './fixtures/is-running.ts';

const TIMEOUT_MS = 2000;

const folder = temporaryFolder();

const HOSTILE = fileURLToPath(new URL('./fixtures/hostile-command.mjs', import.meta.url));

/** By its name: a program that is named by its path counts for the fingerprint, and Node has a hundred megabytes. */
const NODE = 'node';

function load(entry: Omit<CommandEntry, 'command'>, ...words: string[]): Promise<Extractor> {
  const protocol = entry.protocol ?? 'stdio';
  return loadEntry({ command: [NODE, HOSTILE, protocol, ...words], ...entry }, folder);
}

/** A script of its own that speaks `jsonl`. */
function loadScript(name: string, source: string, more: Partial<CommandEntry> = {}): Promise<Extractor> {
  writeFileSync(join(folder, name), source);
  return loadEntry({ command: [NODE, name], protocol: 'jsonl', ...more }, folder);
}

function htmlPage(html: string, more: Partial<Page> = {}): Page {
  return { id: 'site/page', site: 'site', media: 'html', bytes: Buffer.from(html), ...more };
}

/** The outcome of a page, after which a good page is extracted in the same pool. */
async function outcomeOf(session: ExtractorSession, fault: string, argument = ''): Promise<Outcome> {
  const outcome = await session.extract(htmlPage(`<p>${fault}<p>${argument}`, { id: `site/${fault}` }));
  const good = htmlPage('good', { id: `site/good after ${fault}` });
  expect(await session.extract(good)).toMatchObject({ extraction: { text: 'good' } });
  return outcome;
}

/** Resident memory is watched where there is `/proc`. */
const seesMemory = ([, failure]: readonly [string, string, string]): boolean =>
  failure !== 'out-of-memory' || process.platform === 'linux';

const FLUSH = '; it has not answered any page: did you flush stdout?';
const MANY = 'printed more than 67108864 bytes for one page, and was killed';
const words = (text: string): unknown => expect.stringContaining(text);

/** Past it go only those that never end: on a busy machine the others take their time. */
const AMPLE_MS = 20_000;

/** Faults of a command of `jsonl` by which it does not run into its time limit. */
const FAULTS: readonly (readonly [fault: string, failure: string, message: string])[] = [
  ['fills memory', 'out-of-memory', ' MB of memory; it may have 200 MB, and was killed'],
  [
    'starts a process that fills memory, and answers',
    'out-of-memory',
    ' MB of memory; it may have 200 MB, and was killed',
  ],
  ['exits', 'crashed', 'the process ended with exit code 3; its last words:\nno more paper'],
  [
    'ends as if there were no more',
    'crashed',
    'the process ended with exit code 0, and did not answer a request of 89 bytes: does it read lines of any length?',
  ],
  ['is killed by SIGSEGV', 'crashed', 'the process was ended by SIGSEGV'],
  ['throws undefined', 'crashed', 'the process ended with exit code 1'],
  ['closes stdout', 'crashed', 'closed its standard output and did not answer'],
  ['prints 200 MB', 'too-large', MANY],
  ['prints 200 MB in one line', 'too-large', MANY],
  ['prints what is not UTF-8', 'bad-output', 'printed a line that is not UTF-8'],
  [
    'prints what is not JSON',
    'bad-output',
    'printed a line that begins like JSON and is none (SyntaxError: ',
  ],
  ['answers the wrong id', 'bad-output', 'answered the id "another"; expected "site/answers the wrong id"'],
  ['answers a number for an id', 'bad-output', 'answered the id a number (7); expected "site/'],
  ['answers no id', 'bad-output', 'answered without an id; expected "site/answers no id"'],
  ['says that it failed', 'threw', 'no body'],
  ['answers an unknown field', 'bad-output', 'returned an object with the unknown field "autors"'],
  ['answers a number', 'bad-output', 'returned text: a number (42); expected a text'],
];

/** Faults by which it does. One that blocks is tried where its limit does not hold the time to start too. */
const TIMEOUTS: readonly (readonly [fault: string, message: string])[] = [
  ['blocks', 'no answer within '],
  ['never settles', 'no answer within '],
  ['closes stdin', 'no answer within '],
  ['answers late', 'no answer within '],
  ['ends no line', 'its last line, of 44 bytes, has no newline at its end'],
  ['prints noise alone', '; its standard output has lines that are no JSON:\nLoading the model'],
];

describe.each([
  ['with a handshake', ['greet']],
  ['without one', []],
])('a page that goes wrong costs itself alone: jsonl %s', (how, options) => {
  const greets = options.length > 0;
  let session: ExtractorSession;
  let hasty: ExtractorSession;
  beforeAll(async () => {
    const extractor = await load({ protocol: 'jsonl', startTimeoutMs: greets ? AMPLE_MS : 3000 }, ...options);
    session = await extractor.open({ workers: 2, timeoutMs: AMPLE_MS, memoryMb: 200 });
    hasty = await extractor.open({ workers: 6, timeoutMs: TIMEOUT_MS });
  });
  afterAll(() => Promise.all([session.close(), hasty.close()]));

  test.concurrent.each(TIMEOUTS.filter(([fault]) => greets || fault !== 'blocks'))(
    '%s: timeout',
    async (fault, message) => {
      const outcome = await outcomeOf(hasty, fault);
      expect(outcome).toMatchObject({ status: 'failed', failure: 'timeout', message: words(message) });
    },
  );

  test.concurrent.each(greets ? FAULTS.filter(seesMemory) : FAULTS.slice(-3))(
    '%s: %s',
    async (fault, failure, message) => {
      const outcome = await outcomeOf(session, fault);
      expect(outcome).toMatchObject({ status: 'failed', failure, message: words(message) });
    },
  );

  test.concurrent.each([
    ['answers twice', 'answered'],
    ['closes stdin and answers', 'answered'],
    ['prints noise', 'answered'],
    ['answers half a character', 'half \uFFFD'],
  ])('%s: extracted', async (fault, text) => {
    expect(await outcomeOf(session, fault)).toMatchObject({ status: 'extracted', extraction: { text } });
  });

  test.concurrent('starts a process and exits: nothing is left of it', async (context) => {
    const file = join(folder, `left ${how}`);
    expect(await outcomeOf(session, 'starts a process and exits', file)).toHaveProperty('failure', 'crashed');
    await context.expect.poll(() => sleeperOf(readFileSync(file, 'utf8'))).toBe(0);
  });

  test.concurrent('starts a process and answers: it goes with the session', async (context) => {
    const file = join(folder, `going ${how}`);
    const one = await (
      await load({ protocol: 'jsonl' }, ...options)
    ).open({ workers: 1, timeoutMs: AMPLE_MS });
    expect(await outcomeOf(one, 'starts a process and answers', file)).toHaveProperty('status', 'extracted');
    const pid = sleeperOf(readFileSync(file, 'utf8'));
    expect(pid).toBeGreaterThan(0);
    await one.close();
    await context.expect.poll(() => isRunning(pid)).toBe(false);
  });
});

/** The same of a command of `stdio`. */
const STDIO_FAULTS: typeof FAULTS = [
  ['fills memory', 'out-of-memory', ' MB of memory; it may have 200 MB, and was killed'],
  [
    'starts a process that fills memory, and answers',
    'out-of-memory',
    ' MB of memory; it may have 200 MB, and was killed',
  ],
  ['exits', 'crashed', 'the process ended with exit code 3; its last words:\nno more paper'],
  ['is killed by SIGSEGV', 'crashed', 'the process was ended by SIGSEGV'],
  ['throws undefined', 'crashed', 'the process ended with exit code 1'],
  ['prints 200 MB', 'too-large', MANY],
  ['prints what is not UTF-8', 'bad-output', 'printed what is not UTF-8'],
];

describe('a page that goes wrong costs itself alone: stdio', () => {
  let session: ExtractorSession;
  let hasty: ExtractorSession;
  beforeAll(async () => {
    const extractor = await load({});
    session = await extractor.open({ workers: 2, timeoutMs: AMPLE_MS, memoryMb: 200 });
    hasty = await extractor.open({ workers: 6, timeoutMs: TIMEOUT_MS });
  });
  afterAll(() => Promise.all([session.close(), hasty.close()]));

  test.concurrent.each(['never settles', 'blocks', 'answers late', 'closes stdin', 'closes stdout'])(
    '%s: timeout',
    async (fault) => {
      const message = 'not done within 2000 ms; the process was killed';
      const outcome = await hasty.extract(htmlPage(`<p>${fault}<p>`));
      expect(outcome).toEqual({ status: 'failed', failure: 'timeout', message });
    },
  );

  test.concurrent.each(STDIO_FAULTS.filter(seesMemory))('%s: %s', async (fault, failure, message) => {
    const outcome = await outcomeOf(session, fault);
    expect(outcome).toMatchObject({ status: 'failed', failure, message: words(message) });
  });

  test.concurrent.for(['starts a process and exits', 'starts a process and answers'])(
    '%s: nothing is left of it',
    async (fault, context) => {
      const file = join(folder, fault);
      const status = fault.endsWith('exits') ? 'failed' : 'extracted';
      expect(await outcomeOf(session, fault, file)).toHaveProperty('status', status);
      await context.expect.poll(() => sleeperOf(readFileSync(file, 'utf8'))).toBe(0);
    },
  );
});

describe.concurrent('a command', () => {
  test('is called as it is written, without folders, or as its handshake says', async () => {
    const command = [process.execPath, HOSTILE, 'stdio'];
    const [plain, greeting] = await Promise.all([
      loadEntry({ command }, folder),
      load({ protocol: 'jsonl' }, 'greet'),
    ]);
    const node = process.execPath.split('/').at(-1);
    expect(plain).toMatchObject({
      name: `${node} hostile-command.mjs stdio`,
      version: 'unstated',
      accepts: ['html'],
      baseline: false,
      driver: 'command',
      source: `cmd:${process.execPath} ${HOSTILE} stdio`,
    });
    expect(greeting).toMatchObject({ name: 'hostile', version: '2', accepts: ['html'] });
    expect(greeting.fingerprint).not.toBe(plain.fingerprint);
  });

  test('runs in its folder with its variables, in UTC and UTF-8', async () => {
    const extractor = await load({ protocol: 'jsonl', cwd: '.', env: { OWN: 'value' } });
    const session = await extractor.open({ workers: 1, timeoutMs: AMPLE_MS });
    const outcome = await session.extract(htmlPage('<p>shows its surroundings<p>'));
    const text = JSON.stringify({
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      PYTHONUNBUFFERED: '1',
      OWN: 'value',
      cwd: folder,
    });
    expect(outcome).toMatchObject({ extraction: { text } });
    await session.close();
  });

  test('gets the page decoded by jsonl, and its bytes where it wants them', async () => {
    const bytes = Buffer.from('938c', 'hex');
    const page = htmlPage('', {
      bytes,
      url: 'https://a.example/',
      contentType: 'text/html; charset=shift_jis',
    });
    const html = await load({ protocol: 'jsonl' });
    const raw = await load({ protocol: 'jsonl', wants: 'bytes' });
    const [decoded, asTheyCame] = await Promise.all(
      [html, raw].map(async (extractor) => {
        const session = await extractor.open({ workers: 1, timeoutMs: AMPLE_MS });
        const outcome = await session.extract(page);
        await session.close();
        return outcome;
      }),
    );
    expect(decoded).toMatchObject({ extraction: { text: '\u6771' } });
    const request = { url: page.url, contentType: page.contentType, bytes: bytes.toString('base64') };
    expect(asTheyCame).toMatchObject({ extraction: { text: JSON.stringify(request) } });
  });

  test('of stdio gets the bytes, and UTF-8 where it wants html; what it prints is what output says', async () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset=windows-1252><p>caf'), Buffer.from([0xe9])]);
    const raw = await (await load({})).open({ workers: 1, timeoutMs: AMPLE_MS });
    const html = await (
      await load({ wants: 'html', output: 'html' })
    ).open({ workers: 1, timeoutMs: AMPLE_MS });
    expect(await raw.extract(htmlPage('', { bytes }))).toMatchObject({ failure: 'bad-output' });
    expect(await html.extract(htmlPage('', { bytes }))).toMatchObject({
      extraction: { html: '<meta charset=windows-1252><p>caf\u00E9' },
    });
    await Promise.all([raw.close(), html.close()]);
  });

  test('that accepts text gets web pages flattened', async () => {
    const session = await (await load({ accepts: ['text'] })).open({ workers: 1, timeoutMs: AMPLE_MS });
    expect(await session.extract(htmlPage('<h1>One</h1><p>two'))).toMatchObject({
      extraction: { text: 'One\ntwo' },
    });
    await session.close();
  });

  test('that is slow to start gets the time for it, and a first page that took too long comes again', async () => {
    const source = `
      const lines = require('node:readline').createInterface({ input: process.stdin });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
      let pages = 0;
      lines.on('line', (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, text: String(++pages) })));`;
    const slow = await loadScript('slow.cjs', source);
    const session = await slow.open({ workers: 1, timeoutMs: TIMEOUT_MS });
    const first = await session.extract(htmlPage('a'));
    expect(first).toMatchObject({ status: 'extracted', extraction: { text: '2' } });
    await session.close();
  });

  test('whose handshake comes late gets the time for it', async () => {
    const source = `
      const lines = require('node:readline').createInterface({ input: process.stdin });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
      console.log('Loading\\n{"assay": 1, "name": "slow"}');
      lines.on('line', (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, text: 'answered' })));`;
    const slow = await loadScript('slow-greeting.cjs', source);
    expect(slow.name).toBe('slow');
    const session = await slow.open({ workers: 1, timeoutMs: TIMEOUT_MS });
    const first = await session.extract(htmlPage('a'));
    expect(first).toMatchObject({ status: 'extracted', extraction: { text: 'answered' } });
    expect(first).toHaveProperty('ms');
    await session.close();
  });

  test('that closes its input on a page which waits there costs that page nothing', async () => {
    // It takes one line and answers, and a page that has come in the meantime is lost with the pipe. A shell, because it
    // has started long before the time of a page is over, however busy the machine is.
    writeFileSync(
      join(folder, 'deaf.sh'),
      `read -r line || exit 0
      id=\${line#*'"id":"'}
      echo '{"id":"'\${id%%'"'*}'","text":"answered"}'
      sleep 0.3
      exec <&- sleep 60`,
    );
    const deaf = await loadEntry({ command: 'sh deaf.sh', protocol: 'jsonl' }, folder);
    // The first page of a process has the time to start too: the limit is waited for by the page that is lost.
    const session = await deaf.open({ workers: 1, timeoutMs: TIMEOUT_MS });
    const [first, second] = await Promise.all(['a', 'b'].map((id) => session.extract(htmlPage(id, { id }))));
    expect(first).toMatchObject({ extraction: { text: 'answered' } });
    expect(second).toMatchObject({ extraction: { text: 'answered' } });
    await session.close();
  });

  test('that answers a page twice is asked for it under another identifier the next time', async () => {
    const session = await (
      await load({ protocol: 'jsonl' }, 'greet')
    ).open({ workers: 1, timeoutMs: AMPLE_MS });
    const twice = htmlPage('<p>answers twice<p>');
    const outcomes = [await session.extract(twice), await session.extract(twice)];
    expect(outcomes).toMatchObject([
      { extraction: { text: 'answered' } },
      { extraction: { text: 'answered' } },
    ]);
    const shown = await session.extract(htmlPage('<p>shows its request'));
    expect(shown).toHaveProperty('extraction.text', expect.stringContaining('{"id":"site/page#3",'));
    await session.close();
  });

  test.each(['stdio', 'jsonl'] as const)(
    'of %s whose program is gone costs each page itself, not the run',
    async (protocol) => {
      const file = join(folder, `vanishing-${protocol}.cjs`);
      writeFileSync(file, `#!${process.execPath}\n`, { mode: 0o755 });
      // With a network nothing stands between the harness and the program.
      const extractor = await loadEntry({ command: file, protocol, network: true }, folder);
      rmSync(file);
      const session = await extractor.open({ workers: 1, timeoutMs: AMPLE_MS });
      for (const id of ['a', 'b']) {
        expect(await session.extract(htmlPage('<p>a', { id }))).toMatchObject({
          failure: 'crashed',
          message:
            'the process could not be started (ENOENT): is the program there, and what its first line names?',
        });
      }
      await session.close();
    },
  );

  test('of jsonl may begin its output with a byte order mark', async () => {
    const source = `
      process.stdout.write('\\uFEFF{"assay":1,"name":"marked"}\\n');
      require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
        console.log(JSON.stringify({ id: JSON.parse(line).id, text: 'a' }));
      });`;
    const extractor = await loadScript('marked.cjs', source);
    expect(extractor.name).toBe('marked');
    const session = await extractor.open({ workers: 1, timeoutMs: AMPLE_MS });
    expect(await session.extract(htmlPage('<p>a'))).toMatchObject({ extraction: { text: 'a' } });
    await session.close();
  });

  test('is told to flush where it has never answered', async () => {
    const session = await (
      await load({ protocol: 'jsonl', startTimeoutMs: 2500 })
    ).open({ workers: 1, timeoutMs: 300 });
    const outcome = await session.extract(htmlPage('<p>never settles<p>'));
    expect(outcome).toHaveProperty('message', `no answer within 2800 ms; the process was killed${FLUSH}`);
    await session.close();
  });

  test('has a fingerprint that follows its settings, its script and what the configuration names', async () => {
    writeFileSync(join(folder, 'script.cjs'), '1');
    writeFileSync(join(folder, 'rules.txt'), '1');
    const fingerprint = async (more: Partial<CommandEntry> = {}): Promise<string> =>
      (await loadEntry({ command: `${NODE} script.cjs`, ...more }, folder)).fingerprint;
    const globs = { fingerprint: ['*.txt'] };
    const command = { fingerprint: { command: 'cat rules.txt' } };
    const before = [await fingerprint(), await fingerprint(globs), await fingerprint(command)];
    expect(await fingerprint()).toBe(before[0]);
    expect(
      new Set([...before, await fingerprint({ env: { A: '1' } }), await fingerprint({ version: '1' })]).size,
    ).toBe(5);
    writeFileSync(join(folder, 'rules.txt'), '2');
    expect(await fingerprint()).toBe(before[0]);
    expect(await fingerprint(globs)).not.toBe(before[1]);
    expect(await fingerprint(command)).not.toBe(before[2]);
    writeFileSync(join(folder, 'script.cjs'), '2');
    expect(await fingerprint()).not.toBe(before[0]);
  });
});

describe.concurrent('a command that cannot be used is refused', () => {
  writeFileSync(join(folder, 'no-interpreter.sh'), '#!/nowhere/python\n', { mode: 0o755 });
  test.each([
    [
      'no program',
      { command: 'no-such-program --x' },
      'cmd:no-such-program --x: found no program no-such-program in the folders of PATH; install it, or name it by its path',
    ],
    [
      'no file',
      { command: './none.sh' },
      'cmd:./none.sh: found no program that can be run at ./none.sh; install it, or name it by its path',
    ],
    [
      'no interpreter',
      { command: './no-interpreter.sh', protocol: 'jsonl', network: true },
      'jsonl:./no-interpreter.sh: does not start: the process could not be started (ENOENT): is the program there, and what its first line names?',
    ],
    [
      'no folder',
      { command: 'cat', cwd: 'none' },
      `cmd:cat: found no folder ${join(folder, 'none')} to run it in; check cwd`,
    ],
    [
      'no files for the fingerprint',
      { command: 'cat', fingerprint: ['*.none'] },
      'cmd:cat: fingerprint *.none matches no file; check the globs, which are relative to the folder that it runs in',
    ],
    [
      'a command for the fingerprint that fails',
      { command: 'cat', fingerprint: { command: 'false' } },
      'cmd:cat: the command of fingerprint, false, fails: exit code 1: ',
    ],
  ] as readonly [string, CommandEntry, string][])('%s', async (_, entry, message) => {
    await expect(loadEntry(entry, folder)).rejects.toMatchObject({ code: 'usage', message });
  });

  test.each([
    [
      'ends with an error',
      'console.log("Loading"); console.error("no model"); process.exit(2)',
      /: does not start: the process ended with exit code 2; its last words:\nno model; its standard output has lines that are no JSON:\nLoading$/,
    ],
    [
      'prints what begins like JSON and is none',
      `console.log("Loading"); console.log("{'progress': 1}"); setInterval(() => {}, 60_000)`,
      /: does not start: printed a line that begins like JSON and is none \(SyntaxError: .*\): \{'progress': 1\}; its standard output has lines that are no JSON:\nLoading$/,
    ],
    [
      'speaks another version',
      'console.log(`{"assay":2}`)',
      /: its handshake is none: assay: found a number \(2\); expected 1, the version of the protocol$/,
    ],
    [
      'misspells a key',
      'console.log(`{"assay":1,"nmae":"x"}`)',
      /: its handshake is none: nmae: found the unknown key "nmae"; expected one of assay, name, version, accepts, wants; did you mean "name"\?$/,
    ],
    [
      'does not end',
      'setInterval(() => {}, 1000)',
      /: found neither within 1500 ms; expected a handshake, or its end where it finds no input$/,
    ],
  ])('one of jsonl that %s', async (name, source, message) => {
    const loading = loadScript(`${name}.cjs`, source, {
      startTimeoutMs: name === 'does not end' ? 1500 : AMPLE_MS,
    });
    await expect(loading).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(message) as unknown,
    });
  });
});
