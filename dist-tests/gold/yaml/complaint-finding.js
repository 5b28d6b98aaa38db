/** What the YAML library complains of, in the words of the file that it read. */
export function findingOfComplaint({ code, message }) {
    const [expected, mend] = advice(code, message);
    return { code: 'yaml-syntax', found: firstLine(message), expected, mend };
}
function advice(code, message) {
    if (code === 'BAD_DQ_ESCAPE') {
        return [
            'an escape that YAML knows, e.g. \\n, \\t, \\" or \\\\',
            'write \\\\ for a backslash, or put the text in single quotes',
        ];
    }
    if (code === 'MISSING_CHAR' && message.startsWith('Missing ,')) {
        return ['a comma between two values in brackets', 'put a comma in front of it'];
    }
    if (code === 'MISSING_CHAR' && message.startsWith('Comments')) {
        return ['a space in front of a comment', 'put the text in double quotes if "#" is part of it'];
    }
    if (message.startsWith('Unexpected ,')) {
        return ['a value in front of every comma', 'write "" for an empty cell, or take the comma away'];
    }
    return [
        'a key with its value, or an entry of a list',
        'put the whole text in double quotes, or correct the line',
    ];
}
function firstLine(message) {
    const line = message.split('\n')[0] ?? message;
    return `what YAML cannot read: ${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}
