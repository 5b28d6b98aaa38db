import { diffArrays } from 'diff';
import { alignWithGold } from '../../harness/align/alignment.ts';
import { madeTexts } from './made-texts.ts';

// `align-once.ts ours|jsdiff SETTINGS` aligns made texts in a process of its own and prints by how many KiB that made its
// memory grow at most. SETTINGS is JSON.

const [who, settings = ''] = process.argv.slice(2);
const { extraction, gold } = madeTexts(JSON.parse(settings));
const before = process.resourceUsage().maxRSS;
if (who === 'ours') alignWithGold(extraction, gold);
else diffArrays([...extraction], [...gold.ids]);
console.log(process.resourceUsage().maxRSS - before);
