/**
 * The entry that would stand at a place if the values were sorted (Hoare's selection); the values are reordered. Much
 * faster than sorting where a place or two is all that is asked for. No value is NaN.
 *
 * @param place 0..length − 1
 */
export function select(values, place) {
    let [left, right] = [0, values.length - 1];
    while (left < right) {
        const pivot = values[(left + right) >>> 1];
        let low = left;
        let high = right;
        while (low <= high) {
            while (values[low] < pivot)
                low++;
            while (values[high] > pivot)
                high--;
            if (low > high)
                break;
            const held = values[low];
            values[low++] = values[high];
            values[high--] = held;
        }
        if (place <= high)
            right = high;
        else if (place >= low)
            left = low;
        else
            return pivot;
    }
    return values[place];
}
