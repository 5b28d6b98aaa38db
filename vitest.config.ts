import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The package, installed from the registry or from npm's cache. */
const PACKAGE = ['harness/cli/package.test.ts'];
/**
 * What statistics promise, tried on thousands of drawn samples, and what takes a browser, many git checkouts, hostile input,
 * every known extractor, every call that asks for a file, or hundreds of whole pages.
 */
const SIMULATION = [
  'harness/capture/capture-rendered.test.ts',
  'harness/check/long-checks.test.ts',
  'harness/document/hostile-html.test.ts',
  'harness/explain/{built-in,combined-faults}.test.ts',
  'harness/library/{examples,pipelines}.test.ts',
  'harness/library/{bisect/bisect,bisect/versions,gate/modules}.test.ts',
  'harness/vitest/test-corpus.test.ts',
  'harness/cli/{extractors,hostile,resume}.test.ts',
  'harness/extract/cache/asked-files.test.ts',
  'harness/extract/drivers/recorded-limits.test.ts',
  'harness/run/{hostile,limits}.test.ts',
  'harness/score/optional-gold-on-pages.test.ts',
  'harness/stats/coverage.test.ts',
  'harness/gate/neutral-changes.test.ts',
  'harness/store/fuzzed-run.test.ts',
  'harness/apps/**/*.test.ts',
  'harness/report/html/page-data.test.ts',
];

/** Limits of time of these. */
const LONG = { testTimeout: 600_000, hookTimeout: 600_000 };

/** `npm test` runs `unit`, which proves the product; `npm run check` and CI run all. */
export default defineConfig({
  test: {
    // Two more than processors: most of the time goes to processes that the tests start and wait for.
    maxWorkers: availableParallelism() + 2,
    // The code keeps no state between files: to load it anew for each of them takes a quarter of the time.
    isolate: false,
    // Limits end what hangs; a slow machine on which four files share two processors takes ten times as long as a fast one.
    testTimeout: 120_000,
    // What tests share is made in a hook and takes as long as it would in the first of them.
    hookTimeout: 120_000,
    // What a test waits for comes when it comes; it fails where it would wait in vain.
    expect: { poll: { timeout: 30_000 } },
    // Built already: nothing is to be transformed in it.
    server: { deps: { external: [/\/dist\//] } },
    // Tests read what the command line prints without colours.
    env: { NO_COLOR: '1' },
    globalSetup: 'harness/cli/fixtures/build.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{harness,scripts}/**/*.test.ts'],
          exclude: [...PACKAGE, ...SIMULATION],
        },
      },
      { extends: true, test: { name: 'package', include: PACKAGE, ...LONG } },
      { extends: true, test: { name: 'simulation', include: SIMULATION, ...LONG } },
    ],
  },
});
