import { Duplex, PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Channel } from './channel.ts';

const LONGEST = 1000;

/** A channel that hears itself, what it heard, and the bytes that it sent for a message. */
function open() {
  const pipe = new PassThrough();
  const heard: string[] = [];
  const ends: string[] = [];
  const channel = new Channel(pipe, LONGEST, {
    onMessage: (body) => {
      if (body.includes('nonsense')) channel.refuse();
      else heard.push(body.toString());
    },
    onEnd: (reason) => ends.push(reason),
  });
  return { pipe, channel, heard, ends };
}

function bytesOf(message: string): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, message.length]), Buffer.from(message)]);
}

test('messages arrive as they were sent, in order', async () => {
  const { channel, heard } = open();
  channel.send([Buffer.from('fi'), Buffer.from('rst')]);
  channel.send([Buffer.from('x'.repeat(LONGEST))]);
  await expect.poll(() => heard).toEqual(['first', 'x'.repeat(1000)]);
});

test('a message may come in pieces of any size, and several in one piece', async () => {
  const bytes = bytesOf('message');
  const { pipe, heard } = open();
  for (const byte of bytes) pipe.write(Buffer.from([byte]));
  pipe.write(Buffer.concat([bytes, bytes, bytes.subarray(0, 6)]));
  pipe.write(bytes.subarray(6));
  await expect.poll(() => heard).toEqual(['message', 'message', 'message', 'message']);
});

test.each([
  ['a body that is refused', bytesOf('nonsense')],
  ['a length of one byte too many', Buffer.from([0, 0, 3, 233])],
  ['a length beyond all messages', Buffer.from('words')],
])('%s ends the channel', async (_, bytes) => {
  const { pipe, heard, ends } = open();
  pipe.write(bytes);
  pipe.write(bytes);
  await expect.poll(() => ends).toEqual(['garbled']);
  expect(heard).toEqual([]);
  expect(pipe.destroyed).toBe(true);
});

test('the end of the pipe ends the channel once, also in the middle of a message', async () => {
  const { pipe, ends } = open();
  pipe.write(bytesOf('message').subarray(0, 6));
  pipe.destroy();
  await expect.poll(() => ends).toEqual(['closed']);
});

test('sending to nobody is no error', async () => {
  const { pipe, channel, ends } = open();
  pipe.destroy();
  channel.send([Buffer.from('into the void')]);
  await expect.poll(() => ends).toEqual(['closed']);
});

describe('whenSent calls back', () => {
  /** A channel to a side that takes what is sent when `take` is called. */
  function openSlow() {
    const taken: (() => void)[] = [];
    const pipe = new Duplex({ read() {}, writev: (_, callback) => void taken.push(callback) });
    const channel = new Channel(pipe, LONGEST, { onMessage() {}, onEnd() {} });
    return { channel, take: () => taken.shift()!() };
  }

  test('at once where nothing is on its way', () => {
    const told: string[] = [];
    openSlow().channel.whenSent(() => told.push('sent'));
    expect(told).toEqual(['sent']);
  });

  test('when the other side has taken it, once', async () => {
    const told: string[] = [];
    const { channel, take } = openSlow();
    channel.send([Buffer.alloc(100_000)]);
    channel.whenSent(() => told.push('sent'));
    expect(told).toEqual([]);
    take();
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['sent']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual(['sent']);
  });

  test('all the same where the other side takes nothing', async () => {
    const told: string[] = [];
    const { channel } = openSlow();
    channel.send([Buffer.alloc(100_000)]);
    channel.whenSent(() => told.push('given up'));
    await expect.poll(() => told).toEqual(['given up']);
  });
});
