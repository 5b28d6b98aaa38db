/**
 * A text that is not blank. Gold has no other scalars, but editors read `1984` as a number. They read `null` and
 * `true` as other things too; these are left out, because nothing behind a key is null, and because an editor would
 * offer `true` behind every key: the canonical form quotes these words.
 */
export const TEXT = { type: ['string', 'number'], pattern: '\\S' };
/** The text of a cell, which may be empty. */
export const CELL_TEXT = { type: ['string', 'number'] };
/** Code is a literal block, which is a string for every reader. */
export const CODE = { type: 'string', pattern: '\\S' };
const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?(Z|[+-]([01]\\d|2[0-3])(:?[0-5]\\d)?)?';
/** A day of the calendar, `2025-07-09`. */
export const DATE = { type: 'string', pattern: `^${DAY}$` };
/** A day, a day and a time, or `none`. */
export const PUBLISHED = { type: 'string', pattern: `^(none|${DAY}(T${TIME})?)$` };
export const WEB_ADDRESS = { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]\\S*$' };
/** A language tag, BCP 47. */
export const LANGUAGE = {
    type: 'string',
    pattern: '^([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z0-9]{1,8})*$',
};
/** A status of HTTP. */
export const STATUS = {
    type: ['integer', 'string'],
    minimum: 100,
    maximum: 599,
    pattern: '^[1-5]\\d\\d$',
};
