import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFORMANCE_CASES } from '../conformance/cases.ts';
import { namesOf } from './catalog-entry.ts';
import { CATALOG, KNOWN_EXTRACTORS, OWN_EXTRACTORS } from './register.ts';

test('every name is there once', () => {
  const names = KNOWN_EXTRACTORS.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('what comes with Assay needs no peer', () => {
  expect(OWN_EXTRACTORS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['readability', 'defuddle', 'longest-block', 'everything', 'nothing']),
  );
  expect(OWN_EXTRACTORS.map(({ name }) => name)).not.toContain('defuddle-markdown');
  expect(OWN_EXTRACTORS.filter(({ peer }) => peer !== undefined)).toEqual([]);
});

test('every entry says what it is, of peers whose it is, and its adapter is there', () => {
  for (const { name, description, licence, homepage, returns, peer, run } of CATALOG) {
    expect(description, name).not.toBe('');
    expect(licence, name).not.toBe('');
    expect(
      returns.some((field) => ['text', 'html', 'markdown'].includes(field)),
      name,
    ).toBe(true);
    if (peer !== undefined) expect(homepage, name).toMatch(/^https:/);
    if ('module' in run) expect(existsSync(run.module), name).toBe(true);
    if ('python' in run)
      expect(existsSync(new URL(`python/${run.python}`, import.meta.url)), name).toBe(true);
  }
});

test('versions are pinned', () => {
  const versions = CATALOG.flatMap(({ peer }) => Object.values(peer?.packages ?? {}));
  expect(versions.filter((version) => !/^v?\d+(?:\.\d+)+\S*$/.test(version))).toEqual([]);
});

test('faults are those of cases that there are', () => {
  const names = CONFORMANCE_CASES.map(({ name }) => name);
  const cases = new Set([...names, 'repeat', 'media', 'unknown-field']);
  const faults = CATALOG.flatMap(({ cannot = [] }) => cannot.map((fault) => fault.case));
  expect(faults.filter((name) => !cases.has(name))).toEqual([]);
});

test('a variant has what its entry has, but for what it says itself', () => {
  const run = { program: 'goldpan' };
  const about = { licence: 'MIT', returns: ['text'], run } as const;
  const entry = { ...about, name: 'goldpan', description: 'pan', variants: [] };
  const variants = [{ name: 'goldpan-fast', description: 'fast pan', options: { fast: true } }];
  expect(namesOf(entry)).toEqual([{ ...about, name: 'goldpan', description: 'pan', entry: 'goldpan' }]);
  expect(namesOf({ ...entry, variants })[1]).toEqual({
    ...about,
    name: 'goldpan-fast',
    description: 'fast pan',
    options: { fast: true },
    entry: 'goldpan',
  });
});
