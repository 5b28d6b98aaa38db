import { renderTree } from "../../gold/write/render-tree.js";
import { listValue, mapValue, textValue } from "../../gold/write/tree.js";
/** The text of a `corpus.yaml`. */
export function manifestText({ name, version, licence }, splits) {
    const text = (value) => (value === undefined ? undefined : textValue(value));
    const lists = splits && [...splits].map(([split, sites]) => [split, listValue(sites.map(textValue))]);
    const root = mapValue({
        name: text(name),
        version: text(version),
        licence: text(licence),
        splits: lists && mapValue(Object.fromEntries(lists)),
    });
    return renderTree({ head: [], root });
}
