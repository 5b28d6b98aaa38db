import { isSignificant } from "../stats/ranks.js";
import { alignedLines } from "./columns.js";
import { chance, signed } from "./comparison.js";
import { NO_VALUE, formatCount, formatNumber } from "./format.js";
import { printable } from "../util/printable.js";
/** Every two extractors of a run on one corpus, for the terminal: who is better than whom, then neighbours. */
export function fieldText(field, colors) {
    const { corpus, metric, figure, extractors, pairs } = field;
    const apart = pairs.filter(isSignificant).length;
    return [
        colors.bold(`${printable(corpus)}: ${formatNumber(extractors.length, 'extractor')} by ${metric} ${figure}, ${formatNumber(pairs.length, 'pair')}, ${formatCount(apart)} told apart at 5 %`),
        '',
        ...alignedLines([['', 'rank', figure, 'better than'], ...extractors.map((_, index) => standing(field, index))], (column) => (column === 0 || column === 3 ? 'left' : 'right')),
        '',
        colors.bold('neighbours, p corrected for all pairs'),
        ...alignedLines([
            ['', 'difference', '95 %', 'p', 'better/same/worse', 'would be found', 'pages more'],
            ...pairs.filter(({ first, second }) => second === first + 1).map((pair) => neighbour(field, pair)),
        ]),
        '',
        ...LEGEND.map((line) => colors.dim(line)),
    ].join('\n');
}
/** What the heads of the columns mean that no head has room for. */
const LEGEND = [
    'rank: 1 + the number of extractors that are better by more than chance; better/same/worse: pages',
    'would be found: the least difference that so many pages show in four of five cases, were there no other pair',
    'pages more: like these, until the difference that there is would be found',
];
function standing({ extractors, pairs }, index) {
    const { name, value, rank } = extractors[index];
    const beaten = pairs
        .filter((pair) => pair.first === index && isSignificant(pair))
        .map(({ second }) => second);
    return [
        printable(name),
        rank === undefined ? NO_VALUE : String(rank),
        value.toFixed(3),
        beatenText(beaten, extractors),
    ];
}
/** Most beat all from one on: then only that one is named, behind those above it. */
function beatenText(beaten, extractors) {
    if (beaten.length === 0)
        return 'nobody';
    const isBeaten = new Set(beaten);
    let tail = extractors.length;
    while (isBeaten.has(tail - 1))
        tail--;
    const nameOf = (index) => printable(extractors[index].name);
    const above = beaten.filter((index) => index < tail).map(nameOf);
    const below = extractors.length - tail;
    if (below === 0)
        return above.join(', ');
    return [...above, below === 1 ? nameOf(tail) : `${nameOf(tail)} and all below`].join(', ');
}
function neighbour({ extractors }, pair) {
    const { first, second, difference, test, wins, ties, losses } = pair;
    return [
        `${printable(extractors[first].name)} – ${printable(extractors[second].name)}`,
        signed(difference),
        test?.interval === undefined ? NO_VALUE : `${signed(test.interval.low)} to ${signed(test.interval.high)}`,
        test === undefined ? NO_VALUE : chance(test.adjusted),
        `${wins}/${ties}/${losses}`,
        test === undefined ? NO_VALUE : test.detectable.toFixed(3),
        test?.morePages === undefined ? NO_VALUE : formatCount(test.morePages),
    ];
}
