import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Browser, findChromium, noChromium } from '../harness/capture/browser.ts';
import { ENCODING_TABLES } from '../harness/document/fixtures/encoding-tables.ts';
import { sha256 } from '../harness/util/sha256.ts';
import { isRecord } from '../harness/util/is-record.ts';
import { PROBES } from './chromium/encoding-probes.ts';
import type { Probe } from './chromium/encoding-probes.ts';

/**
 * Asks Chromium how it decodes the probes and writes the fixture that `harness/document/decode.test.ts` holds
 * Assay against: `npm run probe-encodings`. Pages come from a server on this machine, nothing from elsewhere.
 */

const FIXTURE = fileURLToPath(
  new URL('../harness/document/fixtures/chromium-decoding.json', import.meta.url),
);

const SEEN = '({ encoding: document.characterSet, text: document.documentElement.textContent })';

interface Seen {
  readonly encoding: string;
  readonly text: string;
}

const path = findChromium();
if (path === undefined) {
  console.error(`skipped: ${noChromium()}`);
  process.exit(2);
}
const tables = [...ENCODING_TABLES].map(([label, bytes]): Probe => {
  return { name: label, contentType: `text/html; charset=${label}`, bytes: bytes() };
});
const server = await serve([...PROBES, ...tables]);
const browser = await Browser.launch(path);
try {
  const fixture = {
    about: 'What Chromium makes of each probe: made by scripts/probe-encodings.ts, not to be edited.',
    chromium: await browser.version(),
    probes: await inTurn(PROBES, 0, ({ name, contentType, bytes }, seen) => {
      return { name, contentType, base64: Buffer.from(bytes).toString('base64'), ...seen };
    }),
    tables: await inTurn(tables, PROBES.length, ({ name }, { encoding, text }) => {
      return { name, encoding, length: text.length, sha256: sha256(text) };
    }),
  };
  await writeFile(FIXTURE, `${visible(JSON.stringify(fixture, undefined, 1))}\n`);
  console.log(`${FIXTURE}: ${PROBES.length} probes, ${tables.length} tables, Chromium ${fixture.chromium}`);
} finally {
  await browser.close();
  server.close();
}

async function inTurn<T>(
  probes: readonly Probe[],
  offset: number,
  describe: (probe: Probe, seen: Seen) => T,
): Promise<T[]> {
  const described: T[] = [];
  for (const [index, probe] of probes.entries()) {
    await browser.load(addressOf(offset + index));
    const seen = await browser.value(SEEN);
    if (!isSeen(seen)) throw new Error(`probe "${probe.name}" gave ${JSON.stringify(seen)}`);
    described.push(describe(probe, seen));
  }
  return described;
}

function isSeen(value: unknown): value is Seen {
  return isRecord(value) && typeof value['encoding'] === 'string' && typeof value['text'] === 'string';
}

function addressOf(page: number): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}/${page}`;
}

/** JSON in which whatever cannot be seen is escaped. */
function visible(json: string): string {
  return json.replace(/(?![ \n])[\p{C}\p{Z}\p{M}]/gu, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

function serve(probes: readonly Probe[]): Promise<Server> {
  const pages = createServer((request, response) => {
    const probe = probes[Number(request.url?.slice(1))];
    if (probe === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': probe.contentType }).end(probe.bytes);
  });
  return new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(pages)));
}
