/** Every dataset source, loaded when it is opened. A new one is one file here and one entry in this list. */
export const SOURCES = [
    {
        name: 'aeb',
        description: 'scrapinghub/article-extraction-benchmark',
        open: async (path) => (await import("./aeb.js")).openAeb(path),
    },
    {
        name: 'trafilatura',
        description: 'the evaluation data of adbar/trafilatura',
        open: async (path) => (await import("./trafilatura.js")).openTrafilatura(path),
    },
    {
        name: 'wcxb',
        description: 'Murrough-Foley/web-content-extraction-benchmark',
        open: async (path) => (await import("./wcxb.js")).openWcxb(path),
    },
    {
        name: 'readability',
        description: 'the test pages of mozilla/readability',
        open: async (path) => (await import("./readability.js")).openReadability(path),
    },
    {
        name: 'webmainbench',
        description: 'opendatalab/WebMainBench',
        open: async (path) => (await import("./webmainbench.js")).openWebMainBench(path),
    },
    {
        name: 'wceb',
        description: 'chatnoir-eu/web-content-extraction-benchmark',
        open: async (path) => (await import("./wceb.js")).openWceb(path),
    },
];
