import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { packTexts } from '../../process/texts.ts';
import type { ExtractorSession } from '../extractor.ts';
import { isRunning, sleeperOf } from './fixtures/is-running.ts';
import { loadModuleExtractor } from './module.ts';

/** What never ends waits for it. */
const TIMEOUT_MS = 2500;
/** All else has this long, on a busy machine too. */
const AMPLE_MS = 30_000;

const EXPECTED = 'expected an object with text, html or markdown, or null where there is nothing to extract';

const milliseconds: unknown = expect.any(Number);

const folder = temporaryFolder();

const HOSTILE = new URL('./fixtures/hostile.mjs', import.meta.url);
const INPUT_ECHO = new URL('./fixtures/input-echo.ts', import.meta.url);
const OPTIONS_ECHO = new URL('./fixtures/options-echo.mjs', import.meta.url);
const SLOW_START = new URL('./fixtures/slow-start.mjs', import.meta.url);

function htmlPage(html: string, more: Partial<Page> = {}): Page {
  return { id: 'site/page', site: 'site', media: 'html', bytes: Buffer.from(html), ...more };
}

function textPage(text: string): Page {
  return { ...htmlPage(text), media: 'text' };
}

/** The outcome of a page, after which a good page is extracted in the same pool. */
async function outcomeOf(session: ExtractorSession, fault: string, argument = ''): Promise<Outcome> {
  const outcome = await session.extract(htmlPage(`<p>${fault}<p>${argument}`));
  expect(await session.extract(htmlPage('good'))).toMatchObject({ extraction: { text: 'good' } });
  return outcome;
}

describe.concurrent('a page that goes wrong costs itself alone', () => {
  let session: ExtractorSession;
  let hasty: ExtractorSession;
  beforeAll(async () => {
    const hostile = await loadModuleExtractor(HOSTILE);
    session = await hostile.open({ workers: 2, timeoutMs: AMPLE_MS });
    hasty = await hostile.open({ workers: 3, timeoutMs: TIMEOUT_MS });
  });
  afterAll(() => Promise.all([session.close(), hasty.close()]));

  test('never settles: timeout', async () => {
    const message = 'no answer within 2500 ms; the process was killed';
    const outcome = await outcomeOf(hasty, 'never settles');
    expect(outcome).toEqual({ status: 'failed', failure: 'timeout', message });
  });

  test('speaks and never settles: timeout, with what it wrote for the page alone', async () => {
    await hasty.extract(htmlPage('<p>speaks<p>'));
    expect(await outcomeOf(hasty, 'speaks and never settles')).toMatchObject({
      failure: 'timeout',
      output: 'found none\nstill looking',
    });
  });

  test('starts a process and loops: timeout, and the process is gone with the page', async (context) => {
    const file = join(folder, 'looping');
    const outcome = await outcomeOf(hasty, 'starts a process and loops', file);
    expect(outcome).toMatchObject({ failure: 'timeout' });
    await context.expect.poll(() => sleeperOf(readFileSync(file, 'utf8'))).toBe(0);
  });

  test.each([
    ['is killed by SIGSEGV', 'crashed', 'the process was ended by SIGSEGV'],
    ['exits with a word', 'crashed', 'the process ended with exit code 3; its last words:\nno more paper'],
    [
      'writes to the descriptor of the harness',
      'crashed',
      'the process wrote to file descriptor 3, which is kept for the harness, and was killed',
    ],
  ])('%s: %s', async (fault, failure, message) => {
    expect(await outcomeOf(session, fault)).toEqual({ status: 'failed', failure, message });
  });

  test.each([
    ['what is no message', '{}'],
    ['an answer to a page that was not given', '{"type":"returned","number":1,"ms":1,"areAll":true,"form":null}|||'],
    ['that the harness has failed', '{"type":"harness-failed","number":1}|no'],
    ['that the module is ready once more', '{"type":"unusable"}|no'],
  ])('says in the name of the harness %s: crashed', async (_, argument) => {
    const message = 'the process wrote to file descriptor 3, which is kept for the harness, and was killed';
    expect(await outcomeOf(session, 'says in the name of the harness', argument)).toEqual({
      status: 'failed',
      failure: 'crashed',
      message,
    });
  }); // prettier-ignore

  test.each([
    ['has 20,000,000 authors', 'too-large', 'returned authors: a list of 20000000; at most 1000 are taken'],
    ['has 4,294,967,295 authors', 'too-large', 'returned authors: a list of 4294967295; at most 1000 are taken'],
    ['answers with a million objects', 'bad-output', 'returned an object with the unknown field "dom"; the fields are: text, html, markdown, title, published, publisher, language, authors'],
  ])('%s: %s', async (fault, failure, message) => {
    expect(await outcomeOf(session, fault)).toMatchObject({ failure, message });
  }); // prettier-ignore

  test.each([
    ['leaves a rejection behind', 'Error: nobody heard'],
    ['throws in a timer', 'Error: too late'],
  ])('%s: crashed, and standard error says more', async (fault, words) => {
    const outcome = await outcomeOf(session, fault);
    expect(outcome).toMatchObject({ status: 'failed', failure: 'crashed' });
    expect(outcome).toHaveProperty('message', expect.stringContaining(words));
    expect(outcome).toHaveProperty('message', expect.stringContaining('; its last words:\n'));
  });

  test.each([
    ['throws undefined', 'threw', 'undefined, not an error'],
    ['throws a text', 'threw', '"a text", not an error'],
    ['returns nothing', 'bad-output', `returned undefined; ${EXPECTED}`],
    ['returns a number', 'bad-output', `returned a number (42); ${EXPECTED}`],
    ['returns too much', 'too-large', 'returned 33554433 characters; at most 33554432 are taken'],
    ['returns a text', 'bad-output', `returned the text "the whole article"; ${EXPECTED}`],
  ])('%s: %s', async (fault, failure, message) => {
    const outcome = await outcomeOf(session, fault);
    expect(outcome).toEqual({ status: 'failed', failure, message, ms: milliseconds });
  });

  test.each([
    ['throws', 'TypeError: no body', /^at Object\.throws \(harness\/extract\/drivers\/fixtures\/hostile\.mjs:\d+:11\)\nat Object\.extract \(/],
    ['rejects', 'RangeError: too far', /^at Object\.rejects \(harness\/extract\/drivers\/fixtures\/hostile\.mjs:\d+:33\)\nat Object\.extract \(/],
  ])('%s: threw, and the stack says where', async (fault, message, stack) => {
    const outcome = await outcomeOf(session, fault);
    expect(outcome).toEqual({
      status: 'failed',
      failure: 'threw',
      message,
      stack: expect.stringMatching(stack) as unknown,
      ms: milliseconds,
    });
    // Of the harness and Node there is none.
    expect((outcome as { stack: string }).stack.split('\n')).toHaveLength(2);
  }); // prettier-ignore

  test.each([
    ['speaks and throws', 'threw', 'looking for 3 paragraphs\nfound none'],
    ['speaks at length and returns a number', 'bad-output', `${'o'.repeat(2040)} the end`],
  ])('%s: %s, with what it wrote for the page alone', async (fault, failure, output) => {
    await session.extract(htmlPage('<p>speaks<p>'));
    expect(await outcomeOf(session, fault)).toMatchObject({ status: 'failed', failure, output });
  });

  test('exits: what it wrote to standard output is known too', async () => {
    expect(await outcomeOf(session, 'speaks and exits')).toEqual({
      status: 'failed',
      failure: 'crashed',
      message: 'the process ended with exit code 3; its last words:\nfound none',
    });
  });

  test('reaches for the network, which it was refused: the message says so and what to declare', async () => {
    expect(await outcomeOf(session, 'fetches')).toMatchObject({
      failure: 'threw',
      message: expect.stringMatching(
        /^TypeError: fetch failed, caused by Error: .*extractors run without a network unless they declare network: true$/,
      ) as unknown,
    });
  });

  test('starts a process and exits: crashed, and the process is gone with the page', async (context) => {
    const file = join(folder, 'exiting');
    const outcome = await outcomeOf(session, 'starts a process and exits', file);
    expect(outcome).toMatchObject({ failure: 'crashed' });
    await context.expect.poll(() => sleeperOf(readFileSync(file, 'utf8'))).toBe(0);
  });
});

describe('a page that is no trouble', () => {
  // Alone: the page that comes next, which the process has been told of, could end it before its memory is looked at.
  let session: ExtractorSession;
  beforeAll(async () => {
    session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: AMPLE_MS });
  });
  afterAll(() => session.close());

  test.each([
    ['prints a megabyte', 'answered'],
    ['prints 200 MB', 'answered'],
    ['returns null', ''],
    ['returns half a character', 'half \uFFFD'],
    ['asks for 200,000 files', 'answered'],
    ['puts another clock in place of the real one', 'answered'],
  ])('%s: extracted', async (fault, text) => {
    const outcome = await outcomeOf(session, fault);
    // Memory is seen where there is `/proc`.
    const seen = process.platform === 'linux' ? { memoryMb: milliseconds } : {};
    expect(outcome).toEqual({ status: 'extracted', extraction: { text }, ms: milliseconds, ...seen });
    // NaN is any number too.
    expect('ms' in outcome && Number.isFinite(outcome.ms)).toBe(true);
  });
});

describe('what a page leaves behind in its process', () => {
  let session: ExtractorSession;
  beforeAll(async () => {
    session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: TIMEOUT_MS });
  });
  afterAll(() => session.close());

  test('does not cost the next page anything when it ends the process between pages', async () => {
    expect(await session.extract(htmlPage('<p>exits after answering<p>'))).toHaveProperty(
      'status',
      'extracted',
    );
    await wait(100);
    expect(await session.extract(htmlPage('good'))).toHaveProperty('status', 'extracted');
  });

  test('does not cost the next page anything when it ends the process under that page', async () => {
    await session.extract(htmlPage('<p>exits after answering<p>'));
    expect(await session.extract(htmlPage('<p>takes a while<p>'))).toHaveProperty('status', 'extracted');
  });

  test('does not cost the next page anything when it keeps that page from starting', async () => {
    await session.extract(htmlPage('<p>loops after answering<p>'));
    expect(await session.extract(htmlPage('good'))).toHaveProperty('status', 'extracted');
  });
});

test('mutated messages end no session, and cost no page but their own', async () => {
  const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 2, timeoutMs: AMPLE_MS });
  const body = packTexts(['{"type":"started","number":7}']);
  const faults = Array.from({ length: 8 }, (_, index) => {
    const mutated = Buffer.concat([Buffer.from([0, 0, 0, body.length]), body]);
    mutated[4 + index * 4]! ^= 1 << index;
    return htmlPage(`<p>writes bytes to the harness<p>${mutated.toString('hex')}`);
  });
  const pages = faults.flatMap((fault) => [session.extract(fault), session.extract(htmlPage('good'))]);
  const outcomes = await Promise.all(pages);
  expect(outcomes).toMatchObject(
    faults.flatMap(() => [{ failure: 'crashed' }, { extraction: { text: 'good' } }]),
  );
  await session.close();
});

describe('memory', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('a page that fills the heap is out of memory, and the next one is extracted', async () => {
    // The heap that is set for Node goes before the one that follows from the memory of the session.
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=40');
    const hostile = await loadModuleExtractor(HOSTILE);
    const session = await hostile.open({ workers: 1, timeoutMs: 30_000 });
    const message = 'V8 ended the process because its heap was full';
    const outcome = await session.extract(htmlPage('<p>fills the heap<p>'));
    expect(outcome).toEqual({ status: 'failed', failure: 'out-of-memory', message });
    vi.unstubAllEnvs();
    expect(await session.extract(htmlPage('good'))).toMatchObject({ extraction: { text: 'good' } });
    await session.close();
  });

  test
    .runIf(process.platform === 'linux')
    .each(['fills memory', 'starts a process that fills memory, and answers'])(
    'a page that %s is out of memory, and the next one is extracted',
    async (fault) => {
      const hostile = await loadModuleExtractor(HOSTILE);
      const session = await hostile.open({ workers: 1, timeoutMs: 30_000, memoryMb: 250 });
      const outcome = await outcomeOf(session, fault);
      expect(outcome).toMatchObject({ status: 'failed', failure: 'out-of-memory' });
      const message =
        /^the process (?:had|wanted more than) \d+ MB of memory; it may have 250 MB, and was killed$/;
      expect(outcome).toHaveProperty('message', expect.stringMatching(message));
      await session.close();
    },
  );
});

describe.concurrent('a session', () => {
  test('loading the module does not count as the time of a page', async () => {
    const slow = await loadModuleExtractor(SLOW_START);
    const session = await slow.open({ workers: 1, timeoutMs: TIMEOUT_MS });
    expect(await session.extract(htmlPage('exit'))).toMatchObject({ failure: 'crashed' });
    expect(await session.extract(htmlPage('a'))).toMatchObject({ extraction: { text: 'a' } });
    await session.close();
  });

  test('works on as many pages at a time as it has workers, and keeps the others waiting', async () => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 2, timeoutMs: TIMEOUT_MS });
    const fates = ['<p>never settles<p>', 'a', 'b', 'c'].map(async (html) => session.extract(htmlPage(html)));
    const [first, ...others] = await Promise.all(fates);
    expect(first).toMatchObject({ failure: 'timeout' });
    expect(others).toMatchObject(
      ['a', 'b', 'c'].map((text) => ({ status: 'extracted', extraction: { text } })),
    );
    await session.close();
  });

  test('hands over the next page while one is in work, which costs neither what becomes of the other', async () => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: TIMEOUT_MS });
    const pages = ['a', '<p>exits with a word<p>', 'b', '<p>never settles<p>', 'c', '<p>throws<p>', 'd'];
    const outcomes = await Promise.all(pages.map((html) => session.extract(htmlPage(html))));
    expect(outcomes).toMatchObject([
      { extraction: { text: 'a' } },
      { failure: 'crashed' },
      { extraction: { text: 'b' } },
      { failure: 'timeout' },
      { extraction: { text: 'c' } },
      { failure: 'threw' },
      { extraction: { text: 'd' } },
    ]);
    await session.close();
  });

  test('hears all of a long answer before the next page begins, which is there already', async () => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: 3000 });
    await session.extract(htmlPage('good'));
    const long = session.extract(htmlPage('<p>is busy, then returns four megabytes<p>'));
    await wait(100);
    const blocked = session.extract(htmlPage('<p>blocks<p>'));
    expect(await long).toMatchObject({ status: 'extracted' });
    expect(await blocked).toMatchObject({ failure: 'timeout' });
    await session.close();
  });

  test('ends every process when it is closed, and refuses further pages', async (context) => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: AMPLE_MS });
    const file = join(folder, 'answered');
    await session.extract(htmlPage(`<p>starts a process and answers<p>${file}`));
    const pid = sleeperOf(readFileSync(file, 'utf8'));
    expect(pid).toBeGreaterThan(0);
    await session.close();
    await context.expect.poll(() => isRunning(pid)).toBe(false);
    await expect(session.extract(htmlPage('good'))).rejects.toThrow('the session was closed');
    await session.close();
  });

  test('rejects the page that it is closed under', async (context) => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: 30_000 });
    const file = join(folder, 'closed-under');
    const page = session.extract(htmlPage(`<p>starts a process and loops<p>${file}`));
    const refusal = expect(page).rejects.toThrow('the session was closed before the page was done');
    await context.expect.poll(() => existsSync(file), { timeout: 5000 }).toBe(true);
    await session.close();
    await refusal;
  });
});

describe('the environment', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('of children has UTC and a fixed locale, no debugger and no channel of their own', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.stubEnv('NODE_OPTIONS', '--inspect-brk --max-old-space-size=512');
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: AMPLE_MS });
    const outcome = await session.extract(htmlPage('<p>shows its surroundings<p>'));
    const text = '{"zone":0,"locale":"C.UTF-8","options":"--max-old-space-size=512","channel":"undefined"}';
    expect(outcome).toMatchObject({ extraction: { text } });
    await session.close();
  });
});

describe.concurrent('options', () => {
  test('come with every page as they were given, whatever the page before did to them', async () => {
    const options = { words: ['a'], most: { lines: 5 } };
    const variant = await loadModuleExtractor(OPTIONS_ECHO, { options });
    const session = await variant.open({ workers: 1, timeoutMs: AMPLE_MS });
    const outcomes = [await session.extract(htmlPage('one')), await session.extract(htmlPage('two'))];
    const text = '{"words":["a"],"most":{"lines":5}}';
    expect(outcomes).toMatchObject([{ extraction: { text } }, { extraction: { text } }]);
    expect(variant.options).toEqual(options);
    await session.close();
  });

  test('are an empty object where there are none', async () => {
    const plain = await loadModuleExtractor(OPTIONS_ECHO);
    const session = await plain.open({ workers: 1, timeoutMs: AMPLE_MS });
    expect(await session.extract(htmlPage('one'))).toMatchObject({ extraction: { text: '{}' } });
    expect(plain).not.toHaveProperty('options');
    await session.close();
  });
});

describe.concurrent('media', () => {
  test('an extractor of text gets web pages flattened, and plain text without a byte order mark', async () => {
    const session = await (await loadModuleExtractor(INPUT_ECHO)).open({ workers: 1, timeoutMs: AMPLE_MS });
    const url = 'https://example.org/';
    const page = htmlPage('<title>T</title><h1>Caf\u00E9</h1><p>One <b>two</b></p>', {
      url,
      contentType: 'text/html; charset=utf-8',
    });
    expect(await session.extract(page)).toMatchObject({
      extraction: { text: 'Caf\u00E9\nOne two', title: 'Caf\u00E9\nOne two', publisher: url },
    });
    expect(await session.extract(textPage('\uFEFFOne\n\ntwo'))).toMatchObject({
      extraction: { text: 'One\n\ntwo', title: '\uFEFFOne\n\ntwo' },
    });
    await session.close();
  });

  test('an extractor of web pages gets them decoded as declared, and skips plain text', async () => {
    const session = await (await loadModuleExtractor(HOSTILE)).open({ workers: 1, timeoutMs: AMPLE_MS });
    const bytes = Buffer.from('938c', 'hex');
    const page = htmlPage('', { bytes, contentType: 'text/html; charset=shift_jis' });
    expect(await session.extract(page)).toMatchObject({ extraction: { text: '\u6771' } });
    const reason = 'takes web pages only, and this page is plain text';
    expect(await session.extract(textPage('good'))).toEqual({ status: 'skipped', reason });
    await session.close();
  });
});
