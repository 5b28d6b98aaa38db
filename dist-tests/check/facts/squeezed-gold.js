import { fact } from "../fact.js";
import { contentTexts } from "./gold-texts.js";
/** All content of the body in one, without white space; empty where there is none, or no body is labelled. */
export const squeezedGold = fact((page) => {
    return contentTexts(page)
        .map(({ squeezed }) => squeezed)
        .join('');
});
