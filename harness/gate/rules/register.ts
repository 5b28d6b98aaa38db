import type { Rule } from '../rule.ts';
import { floor } from './floor.ts';
import { lostPage } from './lost-page.ts';
import { mean } from './mean.ts';
import { newFailure } from './new-failure.ts';
import { pageLoss } from './page-loss.ts';
import { sliceLoss } from './slice-loss.ts';
import { speed } from './speed.ts';

/** Every rule of the gate, in the order of a verdict. A new rule is one file here and one line in this list. */
export const RULES: readonly Rule[] = [newFailure, lostPage, mean, pageLoss, sliceLoss, floor, speed];
