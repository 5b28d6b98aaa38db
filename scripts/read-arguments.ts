import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/**
 * The arguments of a script, by `parseArgs`. `--help` prints the usage and ends the script; so does an argument that it
 * does not take, with exit code 2 and one message in the place of a stack.
 */
export function readArguments<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}
