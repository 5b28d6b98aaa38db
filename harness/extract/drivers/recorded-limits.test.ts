import { truncateSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { loadRecordedExtractor } from './recorded.ts';

const folder = temporaryFolder();

/** A file of so many bytes, all 0, that takes up no room. */
function sparse(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

/** Gzip may be many members, one behind the other: 300 kB that unpack to 300 MB. */
const BOMB = Buffer.concat(Array<Buffer>(5).fill(gzipSync(Buffer.alloc(60_000_000))));
const HOW =
  'at most 268435456 are read from one file; record fewer pages in it, or a file a page in a folder';

test.each(['bomb.json', 'bomb.json.gz', 'bomb.jsonl.gz', 'bomb.ndjson'])(
  '%s is unpacked as far as the limit',
  async (name) => {
    const path = join(folder, name);
    writeFileSync(path, BOMB);
    const message = `${path}: found more than 268435456 bytes, unpacked; ${HOW}`;
    await expect(loadRecordedExtractor(path)).rejects.toMatchObject({ code: 'bad-input', message });
  },
);

test.each(['long.json', 'long.jsonl', 'long.json.gz'])('%s is not read', async (name) => {
  const path = sparse(name, 2 ** 33);
  const message = `${path}: found 8589934592 bytes; ${HOW}`;
  await expect(loadRecordedExtractor(path)).rejects.toMatchObject({ code: 'bad-input', message });
});

test('a file of a folder that is too long fails its page', async () => {
  mkdirSync(join(folder, 'files'));
  sparse('files/long.txt', 2 ** 33);
  writeFileSync(join(folder, 'files/short.txt'), 'x');
  const extractor = await loadRecordedExtractor(join(folder, 'files'));
  const session = await extractor.open({ workers: 1, timeoutMs: 1, corpus: 'c' });
  const outcomes = await Promise.all(
    ['long', 'short'].map((id) => session.extract({ id, site: 's', media: 'html', bytes: Buffer.alloc(0) })),
  );
  expect(outcomes).toMatchObject([
    {
      failure: 'too-large',
      message: 'long.txt has 8589934592 bytes; at most 67108864 are read',
    },
    { extraction: { text: 'x' } },
  ]);
});
