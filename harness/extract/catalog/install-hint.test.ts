import { expect, test } from 'vitest';
import type { KnownExtractor, Peer } from './catalog-entry.ts';
import { installHint } from './install-hint.ts';

function known(peer: Peer): KnownExtractor {
  const run = { program: 'goldpan' };
  return {
    name: 'goldpan-fast',
    entry: 'goldpan',
    description: '',
    licence: 'MIT',
    returns: ['text'],
    run,
    peer,
  };
}

const PYTHON: Peer = { language: 'python', packages: { goldpan: '1.2.0', lxml: '6.1.3' } };
const NPM: Peer = { language: 'npm', packages: { '@gold/pan': '1.2.0' } };

test.each<[Peer, boolean, string]>([
  [PYTHON, true, 'npm run peers -- goldpan'],
  [PYTHON, false, 'pip install goldpan==1.2.0 lxml==6.1.3'],
  [NPM, false, 'npm install @gold/pan@1.2.0'],
  [
    { ...NPM, overrides: { sieve: '2.0.0' } },
    false,
    'npm install @gold/pan@1.2.0, with "overrides": {"sieve":"2.0.0"} in package.json',
  ],
  [
    { language: 'go', packages: { 'example.com/goldpan': 'v1.2.0' } },
    false,
    'npm run peers -- goldpan in a clone of Assay, or put the program into PATH',
  ],
])('%j, in a clone: %s', (peer, isClone, hint) => {
  expect(installHint(known(peer), isClone)).toBe(hint);
});
