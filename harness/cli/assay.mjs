#!/usr/bin/env node
// The `assay` command, from `harness` and from `dist` alike. In a clone it sees first that `dist` is what the sources
// say; the package holds no sources, nor what builds them.
import { existsSync } from 'node:fs';

const script = new URL('../../scripts/build.cjs', import.meta.url);
const build = existsSync(script) ? (await import(script.href)).default : undefined;
build?.freshBuild();
const { main } = await import(new URL('../../dist/cli/main.js', import.meta.url).href);
let isDone = false;
// Without this, Node ends with exit code 13 and no word when nothing is left that could settle what is awaited.
process.once('exit', (code) => {
  if (isDone || (code !== 0 && code !== 13)) return;
  console.error(
    'assay: the harness itself failed: it waited for something that never came; please report it',
  );
  process.exitCode = 3;
});
const exitCode = await main(process.argv.slice(2), build?.inSources);
isDone = true;
process.exitCode = exitCode;
