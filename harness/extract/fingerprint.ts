import { createHash } from 'node:crypto';
import type { DriverName } from './extractor.ts';

/** The fingerprint of an extractor: see `Extractor.fingerprint` for what it covers. */
export function fingerprintOf(driver: DriverName, version: string, file: Uint8Array): string {
  // The two words are written with their lengths, so that no two different inputs hash the same bytes.
  const head = JSON.stringify(['assay-extractor/1', driver, version]);
  return createHash('sha256').update(`${head.length}:${head}`).update(file).digest('hex');
}
