import { textField } from "../metadata/text-field.js";
/** The title of the page, as metadata; see `textField`. */
export const title = textField('title', 'the title returned equals that of gold; in part, the F1 of their tokens');
