import { peersFolders } from '../harness/extract/catalog/peer-folder.ts';
import { CATALOG } from '../harness/extract/catalog/register.ts';
import { UNAVAILABLE } from './peers/unavailable.ts';
import { GO } from './peers/go.ts';
import { JVM } from './peers/jvm.ts';
import { NPM } from './peers/npm.ts';
import { PYTHON } from './peers/python.ts';
import { RUST } from './peers/rust.ts';
import { choosePeers, setUp } from './peers/set-up.ts';
import type { Installers, SetUp } from './peers/set-up.ts';
import { readArguments } from './read-arguments.ts';

/**
 * npm run peers [-- [--only npm,python] [NAME…]]: sets up extractors of others by the package clients of their
 * languages in `.assay/peers` of the working directory, or where the variable ASSAY_PEERS says. Exit code 1 where nothing could
 * be had, or not all that was named; 2 where a name is not known.
 */

const INSTALLERS: Installers = { npm: NPM, python: PYTHON, go: GO, rust: RUST, jvm: JVM };

const USAGE = `npm run peers -- [--only npm,python,go,rust,jvm] [NAME…]

Sets up the extractors named, else all, in pinned versions in .assay/peers. "npx assay extractors" says which run here.`;

const { values, positionals } = readArguments(USAGE, {
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const choice = choosePeers(CATALOG, positionals, values.only);
if (typeof choice === 'string') {
  console.error(choice);
  process.exit(2);
}

const [peers] = peersFolders();
const results: SetUp[] = [];
for (const entry of choice) {
  const began = Date.now();
  const result = await setUp(entry, peers, INSTALLERS);
  results.push(result);
  print(result, (Date.now() - began) / 1000);
}

const failed = results.filter((each) => each.status === 'failed');
console.log(`\n${results.length - failed.length} of ${results.length} extractors are set up`);
for (const { entry, reason } of failed) console.log(`could not be installed: ${entry.name}: ${reason}`);
if (positionals.length === 0) {
  for (const { name, reason } of UNAVAILABLE) console.log(`could not be had anywhere: ${name}: ${reason}`);
}
process.exitCode = failed.length === results.length || (positionals.length > 0 && failed.length > 0) ? 1 : 0;

function print({ status, entry }: SetUp, seconds: number): void {
  const { language, packages } = entry.peer;
  const [first] = Object.entries(packages);
  const what = `${status.padEnd(9)}  ${language.padEnd(6)}  ${entry.name} (${first?.join(' ')})`;
  console.log(status === 'there' ? what : `${what}, ${seconds.toFixed(0)} s`);
}
