#!/usr/bin/env node
// The `assay` command, from `harness` and from `dist` alike. In a clone it sees first that `dist` is what the sources
// say; the package holds no sources, nor what builds them.
import { existsSync } from 'node:fs';

const script = new URL('../../scripts/build.cjs', import.meta.url);
const build = existsSync(script) ? (await import(script.href)).default : undefined;
build?.freshBuild();
const { main } = await import(new URL('../../dist/cli/main.js', import.meta.url).href);
process.exitCode = await main(process.argv.slice(2), build?.inSources);
