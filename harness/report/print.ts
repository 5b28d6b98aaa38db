import pc from 'picocolors';
import { jsonText, printableLines } from '../util/printable.ts';

// Where text leaves: names, messages and addresses in it may be of anybody.

/** Prints lines on standard output, with the colours that they have. */
export function show(text: string): void {
  process.stdout.write(`${printableLines(text, { keepsColors: pc.isColorSupported })}\n`);
}

/** Prints a value as JSON on standard output. */
export function showJson(value: unknown): void {
  process.stdout.write(jsonText(value));
}

/** Prints lines on standard error. */
export function tell(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}
