import { listSchema } from '../../gold/json-schema.ts';
import type { JsonSchema } from '../../gold/json-schema.ts';
import type { Policy } from '../../model/policy.ts';
import type { CorpusOfRun, ExtractorOfRun, Machine, RunDescription, RunOptions, Shard } from '../run.ts';
import { BLOCK_KINDS } from '../../model/vocabulary.ts';
import { AMOUNT, COUNT, FLAG, SHA256, SOME, TEXT, described, typedMap } from './typed-map.ts';
import { GOLD_FORM, MEDIA, NETWORK } from './words.ts';

/** The `machine` of `run.json` and of `summary.json`. */
export function machineSchema(): JsonSchema {
  return typedMap<Machine>(
    {
      platform: TEXT,
      arch: TEXT,
      cpu: TEXT,
      cores: SOME,
      memoryBytes: COUNT,
      node: TEXT,
      unicode: described('version of Unicode', TEXT),
    },
    {},
  );
}

function corpusSchema(): JsonSchema {
  return typedMap<CorpusOfRun>(
    {
      name: TEXT,
      source: described('what the user named', TEXT),
      digest: described('SHA-256 over pages and gold', SHA256),
      gold: described('what its gold is', GOLD_FORM),
      pages: described('pages of the corpus', COUNT),
      selected: described('pages of it that the run takes', COUNT),
    },
    { version: TEXT },
  );
}

function extractorSchema(): JsonSchema {
  return typedMap<ExtractorOfRun>(
    {
      name: TEXT,
      version: TEXT,
      source: described('what the user named', TEXT),
      driver: described('how it was run', { enum: ['module', 'command', 'http', 'recorded'] }),
      accepts: listSchema(MEDIA, { minItems: 1 }),
      baseline: described('shown in tables, never ranked', FLAG),
      fingerprint: SHA256,
      network: described('how far it was kept from the network', NETWORK),
    },
    { options: described('what it got beside every page', { type: 'object' }) },
  );
}

function policySchema(): JsonSchema {
  return typedMap<Policy>(
    {
      name: TEXT,
      description: TEXT,
      required: listSchema({ enum: Object.keys(BLOCK_KINDS) }),
      comments: { enum: ['required', 'forbidden'] },
    },
    {},
  );
}

function optionsSchema(): JsonSchema {
  const texts = listSchema(TEXT);
  return typedMap<RunOptions>(
    {
      workers: SOME,
      timeoutMs: described('time limit for a page, milliseconds', SOME),
      memoryMb: described('memory limit of an extractor with all that it starts, MB of 2^20 bytes', AMOUNT),
    },
    {
      pages: described('a glob over identifiers and sites', TEXT),
      kinds: texts,
      languages: texts,
      traits: texts,
      splits: texts,
      limit: described('at most so many pages of each corpus', SOME),
      shard: typedMap<Shard>({ index: SOME, count: SOME }, {}),
      repeat: described('how often each page went through; absent: once', SOME),
    },
  );
}

/** `run.json`. */
export function runSchema(): JsonSchema {
  return typedMap<RunDescription>(
    {
      schema: { const: 'assay/run@1' },
      assay: described('version of Assay', TEXT),
      started: described('when the run began, ISO 8601, UTC', { type: 'string', format: 'date-time' }),
      policy: described("its name; behind one of the user's own an @ and a digest", TEXT),
      corpora: listSchema(corpusSchema()),
      extractors: listSchema(extractorSchema()),
      metrics: described('name and version of each, e.g. tokens@1', listSchema(TEXT)),
      options: optionsSchema(),
      machine: machineSchema(),
    },
    { ownPolicy: described('what the policy says, where it is none of Assay', policySchema()) },
  );
}
