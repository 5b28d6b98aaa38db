/** How many cells were compared, and how many of them are the same. */
export function countCells(tables) {
    const compared = tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== 'skipped');
    return { compared: compared.length, same: compared.filter(({ status }) => status === 'same').length };
}
