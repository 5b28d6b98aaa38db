import { writeFileSync } from 'node:fs';
import { cardsPage } from './cards/card.ts';
import { METRICS } from '../harness/score/metrics/register.ts';

// npm run cards: what each metric says of damaged gold, as a page of the documentation.
writeFileSync(new URL('../harness/score/cards.md', import.meta.url), cardsPage(METRICS));
