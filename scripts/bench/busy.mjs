// An extractor that keeps a processor busy for 100 ms a page, and nothing else: what it costs beyond that is the runner's.
export default {
  name: 'busy',
  version: '1',
  accepts: ['html'],
  extract({ html }) {
    const end = performance.now() + 100;
    while (performance.now() < end);
    return { text: html.slice(0, 1000) };
  },
};
