#!/usr/bin/env node
// The `assay` command. A clone runs its sources as they are, once Node has been taught TypeScript; they go before
// a `dist` that may be older. The installed package has none and runs what was built from them.
import { existsSync } from 'node:fs';

const isClone = existsSync(new URL('./main.ts', import.meta.url));
if (isClone) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import(isClone ? './main.ts' : '../../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
