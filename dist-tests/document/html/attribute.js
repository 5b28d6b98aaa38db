/** The value of an attribute (name in lower case), or undefined where the element has none of that name. */
export function attributeOf({ attrs }, name) {
    for (const attribute of attrs)
        if (attribute.name === name)
            return attribute.value;
    return undefined;
}
