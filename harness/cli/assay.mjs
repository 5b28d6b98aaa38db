#!/usr/bin/env node
// The `assay` command. Plain JavaScript, because Node has to be taught TypeScript before it can read the rest.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
