import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ExtractorDefinition } from '../define-extractor.ts';
import { versionIn } from './package-version.ts';
import { peerFolder } from './peer-folder.ts';

/**
 * The extractor of an entry that is an npm package, in the version that it states.
 *
 * @param extractWith gets what the package exports, of the type that the pinned version has; what it returns is `extract`
 * @throws Error if it is not installed
 */
// oxlint-disable-next-line no-unnecessary-type-parameters -- nobody but the caller knows it
export function peerExtractor<Exported>(
  entry: string,
  name: string,
  extractWith: (exported: Exported) => ExtractorDefinition<'html'>['extract'],
): ExtractorDefinition<'html'> {
  return {
    name: entry,
    version: peerVersion(entry, name),
    accepts: ['html'],
    // oxlint-disable-next-line no-unsafe-type-assertion -- of the pinned version
    extract: extractWith(requirePeer(entry, name) as Exported),
  };
}

/**
 * An npm package that is no dependency of Assay: from the folder that `npm run peers` made for the entry, else from
 * the project in the working directory. Required rather than imported, because only that can start from a folder.
 *
 * @throws Error if it is not installed
 */
export function requirePeer(entry: string, name: string): unknown {
  return requireFor(entry)(name);
}

/**
 * The path of a file that such a package exports.
 *
 * @throws Error if it is not installed
 */
export function peerFile(entry: string, name: string): string {
  return requireFor(entry).resolve(name);
}

/**
 * The version that such a package states.
 *
 * @throws Error if it is not installed or states none
 */
export function peerVersion(entry: string, name: string): string {
  const folder = folderOf(requireFor(entry), name);
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  return versionIn(join(folder, 'package.json'), name);
}

/** Whether an npm package can be had for an entry. */
export function hasPackage(entry: string, name: string): boolean {
  return folderOf(requireFor(entry), name) !== undefined;
}

/** Whether Assay itself can import an npm package. */
export function isInstalled(name: string): boolean {
  return folderOf(createRequire(import.meta.url), name) !== undefined;
}

/** Looked for by its folder, because many packages do not export their manifest. */
function folderOf(require: NodeJS.Require, name: string): string | undefined {
  const folders = require.resolve.paths(name) ?? [];
  return folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

function requireFor(entry: string): NodeJS.Require {
  return createRequire(join(peerFolder('npm', entry) ?? process.cwd(), 'package.json'));
}
