import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Channel } from './channel.ts';

/** A channel that hears itself, what it heard, and the bytes that it sent for a message. */
function open() {
  const pipe = new PassThrough();
  const heard: unknown[] = [];
  const ends: string[] = [];
  const channel = new Channel(pipe, {
    onMessage: (message) => heard.push(message),
    onEnd: (reason) => ends.push(reason),
  });
  return { pipe, channel, heard, ends };
}

function bytesOf(message: unknown): Buffer {
  const pipe = new PassThrough();
  const chunks: Buffer[] = [];
  const channel = new Channel(pipe, { onMessage: () => {}, onEnd: () => {} });
  pipe.on('data', (chunk: Buffer) => chunks.push(chunk));
  channel.send(message);
  while (pipe.read() !== null);
  return Buffer.concat(chunks);
}

test('messages arrive as structured as they were sent, in order', async () => {
  const { channel, heard } = open();
  const message = { type: 'page', bytes: new Uint8Array([1, 2, 3]), text: 'a\uD83D', none: undefined };
  channel.send(message);
  channel.send('second');
  await expect.poll(() => heard).toEqual([message, 'second']);
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
  ['a body that is no message', Buffer.from([0, 0, 0, 4, 1, 2, 3, 4])],
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
  channel.send('into the void');
  await expect.poll(() => ends).toEqual(['closed']);
});
