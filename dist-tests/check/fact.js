/** A fact that is found out once for each page, when the first rule asks for it, and forgotten with the page. */
export function fact(find) {
    const known = new WeakMap();
    return (page) => {
        const found = known.get(page) ?? { value: find(page) };
        known.set(page, found);
        return found.value;
    };
}
