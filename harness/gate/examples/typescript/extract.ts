import { defineExtractor } from 'assay';

/** Everything in <article>, or in <body> where there is none, without navigation. */
export default defineExtractor({
  name: 'mine',
  version: '1.0.0',
  accepts: ['html'],
  extract({ html }) {
    const article = /<article>(.*?)<\/article>/s.exec(html) ?? /<body>(.*?)<\/body>/s.exec(html);
    return { html: (article?.[1] ?? html).replaceAll(/<(nav|footer)>.*?<\/\1>/gs, '') };
  },
});
