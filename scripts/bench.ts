import { parseArgs } from 'node:util';
import { benchAlignment } from './bench/alignment.ts';
import { benchExplanation } from './bench/explanation.ts';
import { benchRunner } from './bench/runner.ts';
import { benchStatistics } from './bench/statistics.ts';

/**
 * npm run bench [-- --data DIR] [--only alignment|explanation|runner|statistics]: how long alignment and statistics take, and the budgets
 * of explanation and runner, as ratios. DIR holds the public data (`aeb/`, `trafilatura/`); what needs some that is not there is skipped, and said.
 */

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });

const isAsked = (part: string): boolean => values.only === undefined || values.only === part;
if (isAsked('alignment')) benchAlignment();
if (isAsked('statistics')) await benchStatistics(values.data);
if (isAsked('explanation')) await benchExplanation(values.data);
if (isAsked('runner')) await benchRunner(values.data);
