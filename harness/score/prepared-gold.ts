import type { GoldSequence, TokenRange } from '../align/alignment.ts';
import { goldToDocument } from '../document/gold.ts';
import { Vocabulary, pythonWordIds, tokenize } from '../document/tokens.ts';
import type { Tokens } from '../document/tokens.ts';
import type { GoldDocument } from '../model/document.ts';
import type { Gold } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';

/**
 * The gold of one page under a policy, as metrics read it. Everything that follows from gold alone is worked out when
 * somebody first asks for it, and once for all extractors and metrics.
 */
export class PreparedGold {
  /** What people labelled. */
  readonly labels: Gold;
  readonly policy: Policy;
  readonly #derived = new Map<unknown, unknown>();

  constructor(labels: Gold, policy: Policy) {
    this.labels = labels;
    this.policy = policy;
  }

  /** What a function makes of this gold. It is called once, with this gold alone; so it must be one function, not a new one each time. */
  derived<Value>(make: (gold: PreparedGold) => Value): Value {
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    // oxlint-disable-next-line no-unsafe-type-assertion -- what stands under a function is what that function made
    return this.#derived.get(make) as Value;
  }

  get document(): GoldDocument {
    return this.derived(documentOf);
  }

  /** The tokens of the document, required and optional ones. */
  get tokens(): Tokens {
    return this.derived(tokenized).tokens;
  }

  /** The words of the tokens; vocabularies of extractions continue it. */
  get vocabulary(): Vocabulary {
    return this.derived(tokenized).vocabulary;
  }

  get sequence(): GoldSequence {
    return this.derived(sequenceOf);
  }

  /** The text that must come out: the required blocks, one a line. */
  get requiredText(): string {
    return this.derived(requiredTextOf);
  }

  /** The `\w+` words of `requiredText` by their numbers in the vocabulary. */
  get requiredWords(): Int32Array {
    return this.derived(tokenized).requiredWords;
  }
}

function documentOf({ labels, policy }: PreparedGold): GoldDocument {
  return goldToDocument(labels, policy);
}

/** All that the vocabulary knows is read at once, for it must not grow when others continue it. */
function tokenized({ document, requiredText }: PreparedGold): {
  readonly tokens: Tokens;
  readonly requiredWords: Int32Array;
  readonly vocabulary: Vocabulary;
} {
  const vocabulary = new Vocabulary();
  const tokens = tokenize(document.blocks, vocabulary);
  return { tokens, requiredWords: pythonWordIds(requiredText, vocabulary), vocabulary };
}

function requiredTextOf({ document }: PreparedGold): string {
  const required = document.blocks.filter((block) => block.role === 'required');
  return required.map((block) => block.text).join('\n');
}

function sequenceOf({ document, tokens }: PreparedGold): GoldSequence {
  const required = Uint8Array.from(tokens.block, (block) =>
    document.blocks[block]!.role === 'required' ? 1 : 0,
  );
  const optional: TokenRange[] = [];
  let start = 0;
  for (let end = 1; end <= tokens.length; end++) {
    if (end < tokens.length && isSameUnit(document, tokens.block[end - 1]!, tokens.block[end]!)) continue;
    if (required[start] === 0) optional.push({ start, end });
    start = end;
  }
  return { ids: tokens.ids, required, block: tokens.block, optional };
}

/** Leaves of one gold block that play the same part come and go together. */
function isSameUnit(document: GoldDocument, first: number, second: number): boolean {
  const [a, b] = [document.blocks[first]!, document.blocks[second]!];
  return a.unit === b.unit && a.role === b.role;
}
