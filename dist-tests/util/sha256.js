import { createHash } from 'node:crypto';
/** SHA-256, lower-case hex; of a text its UTF-8. */
export function sha256(content) {
    return createHash('sha256').update(content).digest('hex');
}
