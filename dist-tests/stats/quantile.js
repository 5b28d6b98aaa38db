/**
 * Quantile of ascending values by linear interpolation between neighbours (type 7 of Hyndman and Fan, 1996).
 *
 * @param sorted at least one value, ascending
 * @param share 0..1
 */
export function quantile(sorted, share) {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)];
    const above = sorted[Math.ceil(place)];
    return below + (above - below) * (place % 1);
}
