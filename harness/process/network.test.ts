import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Extractor } from '../extract/extractor.ts';
import { loadModuleExtractor } from '../extract/drivers/module.ts';
import { namespaceWords } from './network.ts';

const NETWORKER = new URL('../extract/drivers/fixtures/networker.mjs', import.meta.url);
const NETWORKER_ALLOWED = new URL('../extract/drivers/fixtures/networker-allowed.mjs', import.meta.url);
const WAYS = ['fetch', 'http', 'socket', 'udp', 'lookup', 'resolve'];

let port = 0;
const server = createServer((_, response) => response.end('answered'));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** What became of each way of reaching the network. */
async function reach(extractor: Extractor): Promise<Record<string, string>> {
  const session = await extractor.open({ workers: 1, timeoutMs: 10_000 });
  const fates: Record<string, string> = {};
  for (const way of WAYS) {
    const bytes = Buffer.from(`${way} ${port}`);
    const outcome = await session.extract({ id: way, site: 's', media: 'html', bytes });
    fates[way] = outcome.status === 'extracted' ? (outcome.extraction.text ?? '') : JSON.stringify(outcome);
  }
  await session.close();
  return fates;
}

describe('the network', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.runIf(namespaceWords() !== undefined)('is refused by a namespace where there is one', async () => {
    const extractor = await loadModuleExtractor(NETWORKER);
    expect(extractor.network).toBe('refused by namespace');
    const fates = await reach(extractor);
    expect(Object.values(fates)).not.toContain('answered');
    expect(fates['socket']).toContain('ENETUNREACH');
  });

  test('is refused by hooks where there is none', async () => {
    // Where no program that makes a namespace is found.
    vi.stubEnv('PATH', '/nowhere');
    const extractor = await loadModuleExtractor(NETWORKER);
    expect(extractor.network).toBe('refused by hooks');
    const fates = await reach(extractor);
    for (const way of WAYS) expect(fates[way]).toContain('was refused: extractors run without a network');
  });

  test('is there for an extractor that declares it, and for one that is configured so', async () => {
    const declared = await loadModuleExtractor(NETWORKER_ALLOWED);
    const configured = await loadModuleExtractor(NETWORKER, { network: true });
    expect([declared.network, configured.network]).toEqual(['allowed', 'allowed']);
    expect(await reach(declared)).toMatchObject({ fetch: 'answered', http: 'answered', socket: 'connected' });
    expect(await reach(configured)).toMatchObject({ fetch: 'answered' });
  });

  test('is refused to an extractor that declares it and is configured not to have it', async () => {
    const refused = await loadModuleExtractor(NETWORKER_ALLOWED, { network: false });
    expect(refused.network).not.toBe('allowed');
    expect((await reach(refused))['fetch']).not.toBe('answered');
  });
});
