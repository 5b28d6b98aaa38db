import { textField } from "../metadata/text-field.js";
/** Who publishes the page, as metadata; see `textField`. */
export const publisher = textField('publisher', 'the publisher returned equals that of gold; in part, the F1 of their tokens');
