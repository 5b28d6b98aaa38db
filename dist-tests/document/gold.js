/**
 * Gold under a policy: the required and the optional blocks in page order, each list item and table cell a
 * leaf. Boilerplate is left out; comments follow the body where the policy requires them. The metadata title
 * stands for a title block before the body unless the body has one of its own, or there is nothing to extract.
 */
export function goldToDocument(gold, policy) {
    const leaves = new Leaves(policy);
    const body = (gold.body ?? []).filter((entry) => entry.type === 'block');
    const hasTitle = body.some((block) => block.kind === 'title');
    if (body.length > 0 && !hasTitle && gold.metadata.title !== undefined) {
        leaves.addUnit({ type: 'block', kind: 'title', optional: false, text: gold.metadata.title });
    }
    for (const block of body)
        leaves.addUnit(block);
    if (policy.comments === 'required')
        for (const block of gold.comments)
            leaves.addUnit(block);
    return { blocks: leaves.all };
}
class Leaves {
    all = [];
    #policy;
    #units = 0;
    #containers = 0;
    constructor(policy) {
        this.#policy = policy;
    }
    addUnit(block) {
        this.#add(block, [], this.#units++, false);
    }
    #add(block, outer, unit, optional) {
        const isOptional = optional || block.optional;
        if ('text' in block) {
            this.#leaf({ kind: block.kind, text: block.text, within: outer }, unit, isOptional);
            return;
        }
        const id = this.#containers++;
        const cell = (content, container) => this.#addCell(content, block.kind, [...outer, container], unit, isOptional);
        switch (block.kind) {
            case 'ul':
            case 'ol':
                block.items.forEach((item, index) => cell(item, { kind: block.kind, id, item: index }));
                break;
            case 'dl':
                block.entries.forEach(({ term, texts }, index) => {
                    for (const content of [term, ...texts])
                        cell(content, { kind: 'dl', id, item: index });
                });
                break;
            case 'table':
                block.rows.forEach((row, rowIndex) => row.forEach((content, column) => cell(content, { kind: 'table', id, row: rowIndex, column })));
                break;
        }
    }
    /** Plain text and paragraphs in an item or cell take the kind of their list or table, as in HTML. */
    #addCell(content, kind, within, unit, optional) {
        if (typeof content === 'string') {
            if (content.trim() !== '')
                this.#leaf({ kind, text: content, within }, unit, optional);
            return;
        }
        for (const block of content) {
            if (block.kind === 'p')
                this.#leaf({ kind, text: block.text, within }, unit, optional || block.optional);
            else
                this.#add(block, within, unit, optional);
        }
    }
    #leaf(block, unit, optional) {
        const required = !optional && this.#policy.required.includes(block.kind);
        this.all.push({ ...block, role: required ? 'required' : 'optional', unit });
    }
}
