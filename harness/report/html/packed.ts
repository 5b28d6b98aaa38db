import { deflateRawSync } from 'node:zlib';
import type { PageData, ReportIndex } from './report-data.ts';

/** A twentieth larger than by the usual 6, in little more than half of the time. */
const LEVEL = 4;

/** Data as it stands in the file. Base64 holds nothing that could end a script element or begin anything else. */
export function packed(data: ReportIndex | PageData): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(deflateRawSync(JSON.stringify(data), { level: LEVEL }).toString('base64'));
}
