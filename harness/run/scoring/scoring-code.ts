import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../util/sha256.ts';
import { isRecord } from '../../util/is-record.ts';

/** The folder of Assay's own layers, as sources or as built. */
const HARNESS = fileURLToPath(new URL('../..', import.meta.url));

/** The layers that the score of a page is worked out and explained in. */
const LAYERS = ['align', 'document', 'explain', 'label', 'model', 'score', 'util'];

/** The packages that these import. A test holds it to their imports. */
export const SCORING_PACKAGES: readonly string[] = [
  '@exodus/bytes',
  'fastest-levenshtein',
  'markdown-it',
  'parse5',
  'zod',
];

let known: string | undefined;

/**
 * SHA-256 over all that the score of a page is worked out by: Assay's code, the packages that it uses and what these use
 * in turn, and Node, whose Unicode tables it goes by.
 */
export function scoringCode(): string {
  known ??= sha256([process.versions.node, ...ownFiles(), ...packageVersions()].join('\n'));
  return known;
}

function ownFiles(): string[] {
  return LAYERS.flatMap((layer) => {
    const names = readdirSync(join(HARNESS, layer), { recursive: true, encoding: 'utf8' });
    const code = names.filter((name) => /(?<!\.d|\.test)\.[jt]s$/.test(name)).toSorted();
    return code.map((name) => `${layer}/${name} ${sha256(readFileSync(join(HARNESS, layer, name)))}`);
  });
}

function packageVersions(): string[] {
  const versions = new Set<string>();
  const add = (name: string, from: string): void => {
    const found = findPackage(name, from);
    if (found === undefined) return;
    const { version, dependencies } = found.manifest;
    const line = `${name} ${String(version)}`;
    if (versions.has(line)) return;
    versions.add(line);
    for (const other of Object.keys(isRecord(dependencies) ? dependencies : {})) add(other, found.folder);
  };
  for (const name of SCORING_PACKAGES) add(name, HARNESS);
  return [...versions].toSorted();
}

/** An installed package as Node finds it from a folder; undefined where it is not. */
function findPackage(
  name: string,
  from: string,
): { readonly folder: string; readonly manifest: Record<string, unknown> } | undefined {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (isRecord(manifest)) return { folder: realpathSync(folder), manifest };
    } catch {
      // Not here; perhaps further up.
    }
  }
  return undefined;
}
