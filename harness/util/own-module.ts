import { createRequire } from 'node:module';

/** Whether this code is the build, and not the sources as a loader of TypeScript runs them. */
const IS_BUILT = import.meta.url.endsWith('.js');

let isFresh = IS_BUILT;

/**
 * The built file of one of Assay's own modules that is named by URL rather than imported: programs of child processes,
 * threads, and extractors. It is at the same place in `dist` as its source is in `harness`. Where the sources
 * themselves run, in tests and scripts, the build is made fresh first.
 *
 * @param source `new URL('./name.ts', import.meta.url)`
 * @throws Error where the build cannot be made, for a source with a fault of syntax
 */
export function ownModule(source: URL): URL {
  if (!isFresh) buildSources();
  isFresh = true;
  const harness = new URL('..', import.meta.url).href;
  const name = source.href.slice(harness.length).replace(/\.ts$/, '.js');
  return new URL(`../../dist/${name}`, import.meta.url);
}

function buildSources(): void {
  // oxlint-disable-next-line no-unsafe-type-assertion -- our own script, which has no types
  const script = createRequire(import.meta.url)('../../scripts/build.cjs') as { freshBuild(): void };
  script.freshBuild();
}
