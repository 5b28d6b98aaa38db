import { parseArgs } from 'node:util';
import { benchRunner } from './bench/runner.ts';
import { benchStatistics } from './bench/statistics.ts';

/**
 * npm run bench [-- --data DIR] [--only runner|statistics]: how long the statistics take, and the budgets of the runner, as
 * ratios. DIR holds the public data (`aeb/`, `trafilatura/`); what needs some that is not there is skipped, and said.
 */

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });

if (values.only !== 'runner') await benchStatistics(values.data);
if (values.only !== 'statistics') await benchRunner(values.data);
