import { isRecord } from '../util/is-record.ts';
import type { Media } from '../model/page.ts';
import type { ExtractorDefinition } from './define-extractor.ts';
import { describeValue } from '../util/describe-value.ts';
import { isOneLine } from '../util/printable.ts';

/** A default export that is a definition, or everything that keeps it from being one. */
export type DefinitionReading =
  | { readonly status: 'read'; readonly definition: ExtractorDefinition }
  /** One phrase a fault, e.g. `version is missing; expected one line of text`. Not empty. */
  | { readonly status: 'malformed'; readonly faults: readonly string[] };

const MEDIA: readonly unknown[] = ['html', 'text'] satisfies Media[];

/** Longest name or version in UTF-16 code units: they head columns and name files. */
const LONGEST_LABEL = 100;

/**
 * Checks what a module exports by default against `ExtractorDefinition`. Fields that it does not know are
 * let be: a definition may be an object that keeps more than the harness asks for.
 */
export function readDefinition(exported: unknown): DefinitionReading {
  if (isDefinition(exported)) return { status: 'read', definition: exported };
  return { status: 'malformed', faults: faultsOf(exported) };
}

function isDefinition(exported: unknown): exported is ExtractorDefinition {
  return faultsOf(exported).length === 0;
}

function faultsOf(exported: unknown): string[] {
  if (!isRecord(exported)) {
    const expected = 'expected defineExtractor({ name, version, accepts, extract })';
    return [`the default export is ${describeValue(exported)}; ${expected}`];
  }
  const faults = [
    labelFault('name', exported['name']),
    labelFault('version', exported['version']),
    acceptsFault(exported['accepts']),
    flagFault('baseline', exported['baseline']),
    flagFault('network', exported['network']),
    extractFault(exported['extract']),
  ];
  return faults.filter((fault) => fault !== undefined);
}

function labelFault(field: 'name' | 'version', value: unknown): string | undefined {
  if (isLabel(value)) return undefined;
  return `${field} is ${found(value)}; expected one line of text, at most ${LONGEST_LABEL} characters`;
}

/** Whether a value can be a name or a version: not blank, one line, not too long. */
export function isLabel(value: unknown): value is string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_LABEL) return false;
  return isOneLine(value);
}

function acceptsFault(value: unknown): string | undefined {
  const expected = "expected a list such as ['html'], ['text'] or both";
  if (!Array.isArray(value)) return `accepts is ${found(value)}; ${expected}`;
  const media = Array.from<unknown>(value);
  if (media.length === 0) return `accepts is empty; ${expected}`;
  const unknown = media.findIndex((item) => !MEDIA.includes(item));
  return unknown === -1 ? undefined : `accepts holds ${describeValue(media[unknown])}; ${expected}`;
}

function flagFault(field: 'baseline' | 'network', value: unknown): string | undefined {
  if (value === undefined || typeof value === 'boolean') return undefined;
  return `${field} is ${describeValue(value)}; expected true or false`;
}

function extractFault(value: unknown): string | undefined {
  return typeof value === 'function' ? undefined : `extract is ${found(value)}; expected a function`;
}

function found(value: unknown): string {
  return value === undefined ? 'missing' : describeValue(value);
}
