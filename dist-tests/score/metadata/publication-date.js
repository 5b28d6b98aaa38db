const WRITTEN = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[Tt ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** Reads ISO 8601, also with slashes, points or a space; nothing where it is no such date. */
function readDate(text) {
    const match = WRITTEN.exec(text.trim());
    if (match === null)
        return undefined;
    const [, year, month, date, hours, minutes, seconds = '0', zone] = match;
    const day = `${year}-${month}-${date}`;
    if (hours === undefined)
        return { day };
    const written = { day, seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
    return zone === undefined ? written : { ...written, offset: offsetOf(zone) };
}
function offsetOf(zone) {
    if (!/^[+-]/.test(zone))
        return 0;
    const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(':', '')].map(Number);
    return (zone.startsWith('-') ? -60 : 60) * (hours * 60 + minutes);
}
/**
 * Whether two dates say the same: their instants are equal; if one has no time, their calendar days as written; if
 * both have a time and one of them no zone, day and time as written. What is no ISO date equals only itself.
 */
export function isSameDate(first, second) {
    const [a, b] = [readDate(first), readDate(second)];
    if (a === undefined || b === undefined)
        return first.trim() === second.trim();
    if (a.seconds === undefined || b.seconds === undefined)
        return a.day === b.day;
    if (a.offset === undefined || b.offset === undefined)
        return a.day === b.day && a.seconds === b.seconds;
    return instantOf(a.day, a.seconds - a.offset) === instantOf(b.day, b.seconds - b.offset);
}
function instantOf(day, seconds) {
    return Date.parse(`${day}T00:00:00Z`) + seconds * 1000;
}
