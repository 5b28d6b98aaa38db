import type { Floors } from '../model/config.ts';
import type { GatedExtractor } from './gated.ts';
import type { Speed } from './speed.ts';

/** What a rule found. */
export interface Finding {
  /** The name of the rule. */
  readonly rule: string;
  /** Whether it fails the gate; if not, it is only told. */
  readonly fails: boolean;
  readonly page?: string;
  /** `language=ja` */
  readonly slice?: string;
  /** A figure, 0..1, as it was and is; absent where there is none. */
  readonly before?: number;
  readonly after?: number;
  /** What happened, in a few words. */
  readonly text: string;
}

/** The speed of an extractor against another. */
export interface MeasuredSpeed extends Speed {
  /** The other, as the configuration names it. */
  readonly against: string;
}

/** What a rule may know beside the pages. */
export interface RuleContext {
  readonly floors: Floors;
  /** What was measured of an extractor; undefined where nothing was. */
  readonly speedOf?: (gated: GatedExtractor) => MeasuredSpeed | undefined;
}

/** A rule of the gate. Pure. */
export interface Rule {
  readonly name: string;
  /** One sentence for the docs. */
  readonly description: string;
  /** Findings, the worst first. */
  judge(gated: GatedExtractor, context: RuleContext): Finding[];
}
