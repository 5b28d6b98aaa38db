/** The first index whose value is at least this, the length where there is none; values ascend. */
export function lowerBound(values, least) {
    let [low, high] = [0, values.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (values[middle] < least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
