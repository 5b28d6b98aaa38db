import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { datasetOnDisk } from './fixtures/dataset-on-disk.ts';
import { trafilaturaPins } from './trafilatura.ts';

const disk = datasetOnDisk();

const labels = {
  'https://b.example/': { file: 'b.html', with: ['x', 'y'], without: ['z'] },
  'https://a.example/': { file: 'z.html', with: [], without: ['p', 'q'] },
};

test('counts, and a digest over labels, paths and pages in the order of addresses', async () => {
  await disk.write({
    'tests/evaldata.json': JSON.stringify(labels),
    'tests/eval/b.html': 'Bé',
    'tests/eval/z.html': 'stale',
    'tests/cache/z.html': 'Z',
  });
  const digested = `${JSON.stringify(labels)}cache/z.htmlZeval/b.htmlBé`;
  expect(await trafilaturaPins(disk.folder)).toEqual({
    entries: 2,
    chunks: { with: 2, without: 3 },
    sha256: createHash('sha256').update(digested).digest('hex'),
  });
});

test('a small set has the digest that sha256sum gives for it', async () => {
  await disk.write({ 'tests/evaldata.json': '{"u":{"file":"a"}}', 'tests/eval/a': 'A' });
  // printf '{"u":{"file":"a"}}eval/aA' | sha256sum
  expect((await trafilaturaPins(disk.folder)).sha256).toBe(
    '35afba5ceaeff8235c5a712b0e779274239ed5c5dd5e7bba91bca2cdd05e399d',
  );
});

test('a page that is not there is told', async () => {
  await disk.write({ 'tests/evaldata.json': JSON.stringify(labels) });
  await expect(trafilaturaPins(disk.folder)).rejects.toThrow(`there is no ${disk.folder}/tests/eval/z.html`);
});
