import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { describe, expect, test } from 'vitest';

/** The layers of the design, lowest first. Folders of one layer do not know each other. */
const LAYERS = [
  ['util'],
  ['model'],
  ['document', 'align', 'stats', 'gold'],
  ['label', 'corpus'],
  ['score'],
  ['explain'],
  ['store', 'process'],
  ['extract'],
  ['analyse'],
  ['gate'],
  ['check', 'capture', 'run', 'config'],
  ['report'],
  ['apps', 'library', 'reproduce', 'vitest'],
  ['cli'],
];
/** Pure: no file, clock, network, console or global state. */
const PURE = new Set(['document', 'align', 'stats', 'label', 'score', 'explain', 'analyse', 'gate']);
const EFFECTS =
  /from '(?:node:(?:fs|fs\/promises|net|http|https|child_process|worker_threads|os|dns|dgram)|undici)'|\bconsole\.|\bfetch\(|Date\.now|new Date\(\)|performance\.now|process\.(?:env|stdout|stderr|exit)|Math\.random/;

const harness = dirname(fileURLToPath(import.meta.url));
const files = fastGlob.sync('*/**/*.{ts,tsx}', { cwd: harness, ignore: ['**/*.test.ts', '**/fixtures/**'] });

function folderOf(file: string): string {
  return file.split('/')[0]!;
}

function layerOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}

function ownImports(file: string): string[] {
  const source = readFileSync(join(harness, file), 'utf8');
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1]!);
  return specifiers.map((specifier) => relative(harness, resolve(harness, dirname(file), specifier)));
}

describe('layers', () => {
  test('every folder of the harness has a layer', () => {
    const unknown = files.map(folderOf).filter((folder) => layerOf(folder) < 0);
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('imports point down: from a folder to itself or to a lower layer', () => {
    const wrong = files.flatMap((file) =>
      ownImports(file)
        .filter((target) => {
          const [from, to] = [folderOf(file), folderOf(target)];
          return from !== to && layerOf(to) >= layerOf(from);
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('checks and labels know no extractor and no reader of YAML', () => {
    const wrong = files
      .filter((file) => ['check', 'label'].includes(folderOf(file)))
      .flatMap((file) =>
        ownImports(file)
          .filter((target) => /^(?:extract|gold\/yaml)\//u.test(target))
          .map((target) => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('pure folders reach for no file, clock, network, console or environment', () => {
    const impure = files
      .filter((file) => PURE.has(folderOf(file)))
      .filter((file) => EFFECTS.test(readFileSync(join(harness, file), 'utf8')));
    expect(impure).toEqual([]);
  });

  test('the test sees imports: summaries use metrics', () => {
    expect(ownImports('analyse/summarize.ts')).toContain('score/metric.ts');
  });
});
