import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { packTexts } from '../../process/texts.ts';
import type { Page } from '../../model/page.ts';
import { ModuleConversation } from './module-conversation.ts';
import type { PageInProcess } from './module-conversation.ts';
import { packMessage, readChildMessage } from './module-protocol.ts';
import type { ChildMessage } from './module-protocol.ts';

const page: Page = { id: 'p', site: 's', media: 'html', bytes: Buffer.from('<p>') };
const files = { loaded: ['/a/b.js'], looked: ['/a/package.json', '/c/'] };
const about = { name: 'mine', version: '1', accepts: ['html'], baseline: false, network: false } as const;

const MESSAGES: readonly ChildMessage[] = [
  { type: 'ready', about, files },
  { type: 'unusable', problem: 'the module does not load: no\nat all' },
  { type: 'started', number: 7 },
  { type: 'not-read', number: 7, message: 'RangeError: too deep' },
  { type: 'threw', number: 7, ms: 0.5, written: 'w', files, message: 'Error: no', stack: '' },
  { type: 'returned', number: 7, ms: 12, written: '', files: { loaded: [], looked: [] }, answer: null },
  { type: 'returned', number: 7, ms: 1, written: '', files, answer: { words: 'a number (5)' } },
  { type: 'returned', number: 7, ms: 1, written: '', files, answer: { characters: 2 ** 30 } },
  { type: 'returned', number: 7, ms: 1, written: '', files, answer: { list: 'authors', texts: 2e7 } },
  {
    type: 'returned',
    number: 7,
    ms: 1,
    written: '',
    files: { ...files, areAll: false },
    answer: {
      fields: [
        ['html', '<p>\u6771'],
        ['title', null],
        ['text', undefined],
        ['authors', ['A', '']],
        ['dom', { words: 'an object' }],
      ],
    },
  },
];

function read(bytes: Uint8Array): ChildMessage | undefined {
  return readChildMessage(Buffer.from(bytes));
}

test.each(MESSAGES.map((message) => [message.type, message]))('%s is read as it was sent', (_, message) => {
  expect(read(packMessage(message))).toEqual(message);
});

test('more files than are named are said to be missing', () => {
  const looked = Array.from({ length: 20_001 }, (_, index) => `/${index}`);
  const message = read(packMessage({ type: 'ready', about, files: { loaded: ['/a'], looked } }));
  expect(message).toMatchObject({ files: { loaded: ['/a'], areAll: false } });
  expect(message).toHaveProperty('files.looked.length', 20_000);
  const long = ['/'.repeat(2 ** 21 + 1)];
  expect(read(packMessage({ type: 'ready', about, files: { loaded: [], looked: long } }))).toMatchObject({
    files: { looked: [], areAll: false },
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['structures of V8', serialize({ type: 'started', number: 7 })],
  ['a head that is no JSON', packTexts(['{'])],
  ['a head that is no object', packTexts(['null'])],
  ['a head of 90 MB of objects', packTexts([`[${'{},'.repeat(3e7)}{}]`])],
  ['an unknown type', packTexts(['{"type":"harness-failed","number":7}', 'no'])],
  ['a text behind a message that has none', packTexts(['{"type":"started","number":7}', 'x'])],
  ['null in the place of an extraction', packTexts(['{"type":"returned","number":7,"ms":1,"areAll":true}', '', '', ''])],
  ['a number of pages that is none', packTexts(['{"type":"started","number":"7"}'])],
  ['a time below zero', packTexts(['{"type":"returned","number":7,"ms":-1,"areAll":true,"form":null}', '', '', ''])],
  ['a name of two lines', packMessage({ type: 'ready', about: { ...about, name: 'a\nb' }, files })],
  ['no medium', packMessage({ type: 'ready', about: { ...about, accepts: [] }, files })],
  ['3,000,000 names of files', packTexts([JSON.stringify({ type: 'ready', about, areAll: true }), 'a\0'.repeat(3e6), ''])],
  ['21,000 names of files', packTexts([JSON.stringify({ type: 'ready', about, areAll: true }), 'a\0'.repeat(21_000), ''])],
  ['20,000,000 texts', Buffer.concat([packTexts(['{"type":"returned","number":7}']), Buffer.alloc(8e7)])],
])('no message: %s', (_, bytes) => {
  const began = process.cpuUsage().user;
  expect(read(bytes)).toBeUndefined();
  // Microseconds; whatever is said, it is looked at no longer.
  expect(process.cpuUsage().user - began).toBeLessThan(300_000);
}); // prettier-ignore

/** A conversation with a page in work, and one that comes next. */
function converse(): { talk: ModuleConversation; first: PageInProcess; next: PageInProcess } {
  const talk = new ModuleConversation();
  expect(say(talk, { type: 'ready', about, files })).toBe('loaded');
  return { talk, first: talk.add(page), next: talk.add(page) };
}

function say(talk: ModuleConversation, message: ChildMessage): string {
  return talk.hear(Buffer.from(packMessage(message))).type;
}

function answerTo(number: number): ChildMessage {
  return { type: 'returned', number, ms: 1, written: '', files, answer: null };
}

describe('a conversation', () => {
  test('goes through the pages in turn', () => {
    const { talk, first, next } = converse();
    expect(say(talk, { type: 'started', number: first.number })).toBe('started');
    expect(say(talk, answerTo(first.number))).toBe('done');
    expect(say(talk, { type: 'started', number: next.number })).toBe('started');
    expect(next.hasStarted).toBe(true);
    expect(say(talk, { type: 'not-read', number: next.number, message: '' })).toBe('done');
    expect([first.result?.type, next.result?.type]).toEqual(['returned', 'not-read']);
  });

  test('has no answer to a page that has not been started, or was answered', () => {
    const { talk, first, next } = converse();
    expect(say(talk, answerTo(first.number))).toBe('refused');
    expect(say(talk, { type: 'started', number: first.number })).toBe('started');
    expect(say(talk, { type: 'started', number: first.number })).toBe('refused');
    expect(say(talk, { type: 'started', number: next.number })).toBe('refused');
    expect(say(talk, answerTo(next.number))).toBe('refused');
    expect(say(talk, answerTo(first.number))).toBe('done');
    expect(say(talk, answerTo(first.number))).toBe('refused');
    expect([first.result?.type, next.result]).toEqual(['returned', undefined]);
  });

  test('says once what the module is', () => {
    const { talk } = converse();
    expect(say(talk, { type: 'unusable', problem: '' })).toBe('refused');
  });

  test('has numbers of pages that cannot be counted', () => {
    const talk = new ModuleConversation();
    const numbers = Array.from({ length: 100 }, () => talk.add(page).number);
    expect(numbers.filter((number) => number < 2 ** 40).length).toBeLessThan(10);
  });
});

/** Random numbers from 0 to 1, the same ones every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('1,000 random or mutated messages are refused or read, and answer no page that was not started', () => {
  const random = seeded(18);
  const below = (limit: number): number => Math.floor(random() * limit);
  const heard = new Map<string, number>();
  for (let count = 0; count < 1000; count++) {
    const { talk, first, next } = converse();
    if (count % 2 === 0) say(talk, { type: 'started', number: first.number });
    const message = MESSAGES[below(MESSAGES.length)]!;
    const number = [first.number, next.number, 7][below(3)]!;
    let bytes = Buffer.from(packMessage('number' in message ? { ...message, number } : message));
    if (count % 10 === 9) bytes = Buffer.from(Array.from({ length: below(200) }, () => below(256)));
    for (let mutations = below(4); mutations > 0 && bytes.length > 0; mutations--) {
      const at = below(bytes.length);
      if (random() < 0.5) bytes[at] = below(256);
      else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(8))]);
    }
    const { type } = talk.hear(bytes);
    heard.set(type, (heard.get(type) ?? 0) + 1);
    expect(next.result).toBeUndefined();
    if (count % 2 === 1) expect(first.result).toBeUndefined();
  }
  // Neither all nor none of them is a message.
  expect([...heard.keys()].toSorted()).toEqual(['done', 'refused', 'started']);
  expect(heard.get('refused')).toBeGreaterThan(500);
});
