const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
// Hours and minutes, seconds and their fraction if known, the zone if known: ISO 8601, extended format.
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?$/u;
/** Whether the text is a day of the calendar, written `2025-07-09`. */
export function isCalendarDate(text) {
    const [, year, month, day] = DATE.exec(text) ?? [];
    if (year === undefined || month === undefined || day === undefined)
        return false;
    return Number(month) >= 1 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}
/** Whether the text is a day, or a day and a time: `2025-07-09T01:10+10:00`; seconds and zone may be left out. */
export function isDateOrTime(text) {
    const [date, time, ...rest] = text.split('T');
    return isCalendarDate(date ?? '') && rest.length === 0 && (time === undefined || TIME.test(time));
}
/** What to do about a date that is none: the nearest right form where it can be told. */
export function mendDate(text, example) {
    const withT = text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/u, '$1T').replace(/ +(?=[+-]\d|Z$)/u, '');
    if (withT !== text && isDateOrTime(withT))
        return `write "${withT}"`;
    const [, year, month, day] = DATE.exec(text.slice(0, 10)) ?? [];
    const days = daysIn(Number(year), Number(month));
    if (day !== undefined && days > 0 && Number(day) > days) {
        return `${year}-${month} has only ${days} days; look the date up in the page`;
    }
    return `write year, month and day, e.g. ${example}`;
}
/** Days of the month in the Gregorian calendar; 0 when there is no such month. */
function daysIn(year, month) {
    const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
