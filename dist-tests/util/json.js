/** JSON as it stands in files that people read: two spaces an indent, a newline at the end. */
export function toJson(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
