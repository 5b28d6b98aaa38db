/**
 * What `map` makes of every item, in the order of the items, so many at a time: for what starts processes.
 *
 * @param atOnce at least 1
 */
export async function mapInTurn(items, atOnce, map) {
    const results = [];
    const queue = items.entries();
    const work = async () => {
        for (const [index, item] of queue)
            results[index] = await map(item);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return results;
}
