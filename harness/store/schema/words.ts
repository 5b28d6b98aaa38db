import { wordSchema } from '../../gold/json-schema.ts';
import type { JsonSchema } from '../../gold/json-schema.ts';
import type { FailureKind } from '../../model/extraction.ts';
import type { NetworkAccess } from '../../model/network.ts';
import type { EncodingRule, GoldForm, Media } from '../../model/page.ts';
import type { UndefinedReason } from '../../model/score.ts';

/** The closed vocabularies of run folders, each word with its meaning. */

function words<W extends string>(meanings: Readonly<Record<W, string>>): JsonSchema {
  return wordSchema(meanings);
}

export const FAILURE = words<FailureKind>({
  timeout: 'not done within the time limit',
  crashed: 'the process ended before it answered',
  'out-of-memory': 'the process had more memory than it may have, or its heap was full',
  threw: 'the extractor threw or rejected',
  'bad-output': 'it answered something that is no extraction',
  'too-large': 'it answered more than is taken from one page',
  unavailable: 'there is no answer to be had: nothing recorded for the page, a service that is not there',
});

export const NETWORK = words<NetworkAccess>({
  'refused by namespace': 'it ran in a network namespace of its own, without any interface',
  'refused by hooks': 'sockets, UDP, DNS and fetch of its own process threw; what it started was free',
  'not refused': 'it was to be kept away, and nothing on the machine could do it',
  allowed: 'it asked for the network, and was given it',
  'not used': 'nothing was run',
});

export const MEDIA = words<Media>({ html: 'web pages', text: 'plain text' });

export const GOLD_FORM = words<GoldForm>({
  text: 'the whole text is labelled',
  segments: 'snippets that must and must not come out',
});

export const ENCODING_RULE = words<EncodingRule>({
  bom: 'a byte order mark',
  'content-type': 'charset of the content type that was sent',
  meta: 'a meta element',
  xml: 'an XML declaration',
  'valid-utf-8': 'nothing declared, and the bytes are valid UTF-8',
  default: 'nothing declared, and they are not: windows-1252',
});

export const UNDEFINED = words<UndefinedReason>({
  'nothing-required': 'gold requires nothing here, so there is nothing to find',
  'something-required': 'gold requires something, so there is nothing to reject',
  'nothing-extracted': 'nothing came out, so there is nothing to be right or wrong about',
  'no-pages': 'no page has a value',
});
