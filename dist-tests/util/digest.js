import { createHash } from 'node:crypto';
/** A short text that stands for a page's content, to find it again without keeping it. */
export function digest(content) {
    return createHash('sha256').update(content).digest('base64');
}
