/** Stands for `node:util` in a browser, where no page is decoded: the code that would is bundled and never called. */
export const MIMEType = undefined;
