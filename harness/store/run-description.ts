import { z } from 'zod';
import type { Isolation } from '../model/isolation.ts';
import type { NetworkAccess } from '../model/network.ts';
import type { GoldForm, Media } from '../model/page.ts';
import { BLOCK_KINDS } from '../model/vocabulary.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import { isRecord } from '../util/is-record.ts';
import type { JsonObject } from '../util/json.ts';
import type { ReadonlyDeep } from '../util/shape.ts';
import { amount, count, sha256, some, text, word } from './format-parts.ts';

export const machine = z.object({
  platform: text,
  arch: text,
  cpu: text,
  cores: some,
  memoryBytes: count,
  node: text,
  unicode: text.describe('version of Unicode'),
});

const corpus = z.object({
  name: text,
  version: text.exactOptional(),
  source: text.describe('what the user named'),
  digest: sha256.describe('SHA-256 over pages and gold'),
  gold: word<GoldForm>({
    text: 'the whole text is labelled',
    segments: 'snippets that must and must not come out',
  }).describe('what its gold is'),
  pages: count.describe('pages of the corpus'),
  selected: count.describe('pages of it that the run takes'),
});

const media = word<Media>({ html: 'web pages', text: 'plain text' });

const network = word<NetworkAccess>({
  'refused by namespace': 'it ran in a network namespace of its own, without any interface',
  'refused by hooks': 'sockets, UDP, DNS and fetch of its own process threw; what it started was free',
  'not refused': 'it was to be kept away, and nothing on the machine could do it',
  allowed: 'it asked for the network, and was given it',
  'not used': 'nothing was run',
});

const isolation = word<Isolation>({
  'by namespaces': 'it saw no process but its own; gold, cache, runs and the home directory were covered',
  'by namespaces, in part': 'the same, but what it needs holds one of these folders, which was not covered',
  'not isolated': 'it had a home and a temporary folder of its own; nothing else was kept from it',
  'not used': 'nothing was run',
});

const extractor = z.object({
  name: text,
  version: text,
  source: text.describe('what the user named'),
  driver: z.enum(['module', 'command', 'http', 'recorded']).describe('how it was run'),
  accepts: z.array(media).min(1),
  baseline: z.boolean().describe('shown in tables, never ranked'),
  /** What a module gets beside every page, where the configuration says so. */
  options: z
    .custom<JsonObject>(isRecord, 'a map')
    .meta({ type: 'object', description: 'what it got beside every page' })
    .exactOptional(),
  fingerprint: sha256,
  network: network.describe('how far it was kept from the network'),
  isolation: isolation.describe('how far it was kept from the machine; absent in older runs').exactOptional(),
});

/** The keys of `BLOCK_KINDS`. */
// oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a constant
const blockKinds = Object.keys(BLOCK_KINDS) as BlockKind[];

const ownPolicy = z.object({
  name: text,
  description: text,
  required: z.array(z.enum(blockKinds)),
  comments: z.enum(['required', 'forbidden']),
});

const texts = z.array(text);

const pageSelection = z.object({
  /** A page is taken if its identifier or its site matches. `*` does not cross a slash. */
  pages: text.describe('a glob over identifiers and sites').exactOptional(),
  /** Any of these. */
  kinds: texts.exactOptional(),
  /** Any of these; `en` takes `en-GB` too. */
  languages: texts.exactOptional(),
  /** Any of these. */
  traits: texts.exactOptional(),
  /** Any of these. */
  splits: texts.exactOptional(),
  /** The first by identifier. */
  limit: some.describe('at most so many pages of each corpus').exactOptional(),
});

/** No more parts than `--shard` takes. */
const part = some.max(999_999);
const shard = z
  .object({ index: part, count: part })
  .refine(({ index, count: parts }) => index <= parts, 'an index of at most count');

const options = pageSelection.extend({
  workers: some,
  /** Milliseconds. */
  timeoutMs: some.describe('time limit for a page, milliseconds'),
  /** Megabytes of 2^20 bytes. */
  memoryMb: amount.describe('memory limit of an extractor with all that it starts, MB of 2^20 bytes'),
  shard: shard.exactOptional(),
  repeat: some.describe('how often each page went through; absent: once').exactOptional(),
});

/** Most corpora, and most extractors, of a run. */
const MOST_NAMED = 1000;

/** A list of what is told apart by its name. */
function named<Item extends z.ZodType<{ readonly name: string }>>(item: Item): z.ZodArray<Item> {
  return z
    .array(item)
    .max(MOST_NAMED)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each name once');
}

/** `run.json`. */
export const runDescription = z.object({
  schema: z.literal('assay/run@1'),
  assay: text.describe('version of Assay'),
  label: text.min(1).describe('what its user calls it').exactOptional(),
  started: z.iso
    .datetime({ error: 'a time such as 2026-01-31T12:00:00.000Z' })
    .describe('when the run began, ISO 8601, UTC'),
  /** Its name; behind that of a user's own an `@` and a digest of what it requires. */
  policy: text.describe("its name; behind one of the user's own an @ and a digest"),
  ownPolicy: ownPolicy.describe('what the policy says, where it is none of Assay').exactOptional(),
  corpora: named(corpus),
  extractors: named(extractor),
  /** Name and version of each, e.g. `tokens@1`. */
  metrics: texts.describe('name and version of each, e.g. tokens@1'),
  options,
  machine,
});

/** `run.json`: what was run. */
export interface RunDescription extends ReadonlyDeep<z.infer<typeof runDescription>> {}
/** A corpus as a run took it. */
export interface CorpusOfRun extends ReadonlyDeep<z.infer<typeof corpus>> {}
/** An extractor as it was run. */
export interface ExtractorOfRun extends ReadonlyDeep<z.infer<typeof extractor>> {}
/** Which pages of each corpus a run takes: those for which all of these hold. */
export interface PageSelection extends ReadonlyDeep<z.infer<typeof pageSelection>> {}
/** One of the parts that a run is divided into, so that several machines can share it: `index` is 1 … `count`. */
export interface Shard extends ReadonlyDeep<z.infer<typeof shard>> {}
/** The options that a run's result may depend on. */
export interface RunOptions extends ReadonlyDeep<z.infer<typeof options>> {}
/** The machine of a run: nothing that names its user or its place. */
export interface Machine extends ReadonlyDeep<z.infer<typeof machine>> {}
