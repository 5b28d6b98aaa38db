import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['harness/**/*.test.ts', 'scripts/**/*.test.ts'],
    // All processors: most of the time goes to processes that the tests start and wait for.
    maxWorkers: '100%',
    // The code keeps no state between files: to load it anew for each of them takes a quarter of the time.
    isolate: false,
    testTimeout: 40_000,
    // What tests share is made in a hook and takes as long as it would in the first of them.
    hookTimeout: 40_000,
    // Built already, for the tests of the command line: nothing is to be transformed in it.
    server: { deps: { external: [/\/dist\//] } },
    // Tests read what the command line prints without colours.
    env: { NO_COLOR: '1' },
    globalSetup: 'harness/cli/fixtures/build.ts',
  },
});
