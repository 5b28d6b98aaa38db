/** What a piece of a page with this label counts as; without one it is unlabelled. */
export function partOf(label, { required, comments }) {
    if (label === undefined)
        return 'unlabelled';
    if (label.type === 'boilerplate')
        return label.category;
    if (label.part === 'comments' && comments === 'forbidden')
        return 'comment';
    return label.optional || !required.includes(label.kind) ? 'optional' : 'content';
}
