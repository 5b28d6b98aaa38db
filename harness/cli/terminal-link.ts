import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Variables that terminals set which make links of the escape sequence OSC 8; others may print it. */
const KNOWN = ['WT_SESSION', 'KITTY_WINDOW_ID', 'DOMTERM', 'KONSOLE_VERSION'];
const KNOWN_PROGRAMS = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper']);
/** GNOME Terminal and its kin make links from 0.50 on; 0.50.0 itself crashes. */
const FIRST_VTE = 5001;

/** A text on standard error that leads to a file where the terminal knows links, else the text. */
export function terminalLink(
  text: string,
  file: string,
  env: NodeJS.ProcessEnv = process.env,
  isTerminal = process.stderr.isTTY,
): string {
  const isKnown =
    KNOWN.some((name) => env[name] !== undefined) ||
    KNOWN_PROGRAMS.has(env['TERM_PROGRAM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? 0) >= FIRST_VTE;
  if (!isTerminal || !isKnown || env['NO_COLOR'] !== undefined) return text;
  return `\u001b]8;;${pathToFileURL(resolve(file)).href}\u001b\\${text}\u001b]8;;\u001b\\`;
}
