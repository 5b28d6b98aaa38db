/** A small page that shows how a browser decides on an encoding, or decodes it. */
export interface Probe {
  readonly name: string;
  /** The `Content-Type` that it is sent with. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Encodings of one byte: all of the Encoding Standard. */
const SINGLE_BYTE = [
  'ibm866', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8',
  'iso-8859-8-i', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-15', 'iso-8859-16', 'koi8-r', 'koi8-u',
  'macintosh', 'windows-874', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254',
  'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'x-mac-cyrillic', 'x-user-defined',
]; // prettier-ignore

const UPPER_HALF = String.fromCharCode(...Array.from({ length: 128 }, (_, index) => 128 + index));

/** `ÐàÏ`: three letters in windows-1252, three in windows-1251, others in KOI8-R. Bytes that tell them apart. */
const TELLING = '\xd0\xe0\xcf';

/** Longer than the 1024 bytes that the standard's prescan reads. */
const LONG = 'x'.repeat(3000);

/** Every probe. In each something is declared, for where nothing is, browsers guess and Assay does not. */
export const PROBES: readonly Probe[] = [
  ...SINGLE_BYTE.map((label) =>
    sent(`all upper bytes of ${label}`, `text/html; charset=${label}`, UPPER_HALF),
  ),
  ...errorRecovery(),
  ...unicode(),
  ...marks(),
  ...headers(),
  ...metas(),
  ...xmlDeclarations(),
];

/** Wrong sequences of the encodings of several bytes, with letters and markup behind them. */
function errorRecovery(): Probe[] {
  return [
    page('ISO-8859-1 is windows-1252', 'iso-8859-1', '\x80\x85\x93\x94\x96\x99 \x81\x8d\x8f\x90\x9d'),
    page('GBK: a lead byte before markup', 'gbk', '\xc4\xe3\xba<b>\xc3</b> \x81\x30 \x80 \xff \xa2\xe3 \xfe'),
    page('GB 2312 is GBK', 'gb2312', '\xc4\xe3\xba\xc3 \x81\x40 \xfe\x50'),
    page('GB 18030: four bytes, whole and broken', 'gb18030', '\x81\x30\x81\x30 \x84\x31\xa4\x37 \x95\x32\x82\x36 \x81\x30a \xff\x30\x81\x30'),
    page('Big5: Hong Kong letters and errors', 'big5', '\xa4\xa4\xa4\xe5 \x88\x66 \x87\x40 \xfe\xfe \xa4<i>\x41</i> \x80 \xff'),
    page('EUC-KR: extended Hangul and errors', 'euc-kr', '\xc7\xd1\xb1\xdb \x8c\x63 \xc9\xa1 \xfe\xa1 \xc7<i>a</i> \x80 \xff'),
    page('Shift_JIS: half-width, extensions, private use and errors', 'shift_jis', '\x93\xfa\x96\x7b \xb1\xb2 \x87\x40 \xed\x40 \xfa\x40 \xf0\x40 \x81<i>a</i> \x80 \xa0 \xff'),
    page('EUC-JP: three bytes and errors', 'euc-jp', '\xc6\xfc\xcb\xdc \x8f\xb0\xa1 \x8f\xf3\xf3 \x8e\xb1 \x8e\xe0 \xc6<i>a</i> \xad\xa1 \xfc\xf1'),
    page('ISO-2022-JP: its states', 'iso-2022-jp', '\x1b$BF|K\\\x1b(B a \x1b(J\\~\x1b(B \\~ \x1b(I12\x1b(B \x1b$@F|\x1b(B b'),
    page('ISO-2022-JP: wrong escapes and bytes', 'iso-2022-jp', '\x1b(X a \x1b$ b \x1b\x1b(B c \x80\xff \x0e\x0f \x1b$BF\n|K \x1b(B\x1b(B d'),
    page('ISO-2022-JP that ends in an escape', 'iso-2022-jp', '\x1b$BF|\x1b'),
    page('an encoding that must not be decoded', 'iso-2022-kr', '\x1b$)Cabc'),
    page('another one', 'hz-gb-2312', '~{abc~}'),
  ]; // prettier-ignore
}

function unicode(): Probe[] {
  return [
    page('UTF-8: overlong, surrogates, too large, cut off', 'utf-8', '\xc3\xa9 \xc0\xaf \xe0\x80\xaf \xed\xa0\x80 \xf4\x90\x80\x80 \xf0\x9f\x98 \xe2\x82 \xff \xf0\x9f\x98\x80'),
    page('UTF-16LE without a mark', 'utf-16le', utf16('hé 漢 😀')),
    page('UTF-16 is little-endian', 'utf-16', utf16('hé 漢')),
    page('UTF-16BE without a mark', 'utf-16be', swapped(utf16('hé 漢'))),
    page('UTF-16LE: lone surrogates', 'utf-16le', `${utf16('a')}\x00\xd8${utf16('b')}\x00\xdc${utf16('c')}`),
  ]; // prettier-ignore
}

function marks(): Probe[] {
  return [
    sent('UTF-8 mark against header', 'text/html; charset=windows-1251', '\xef\xbb\xbf\xc3\xa9'),
    sent('UTF-8 mark against meta', 'text/html', '\xef\xbb\xbf<meta charset=windows-1251>\xc3\xa9'),
    sent('UTF-16LE mark against header', 'text/html; charset=utf-8', `\xff\xfe${utf16('<p>hé')}`),
    sent('UTF-16BE mark against header', 'text/html; charset=utf-8', swapped(`\xff\xfe${utf16('<p>hé')}`)),
    sent('a second UTF-8 mark is a character', 'text/html', '\xef\xbb\xbf<p>a\xef\xbb\xbfb'),
  ];
}

/** Each is sent with a page that declares windows-1251, so that what it does not settle the page does. */
function headers(): Probe[] {
  const parameters = [
    '; charset=koi8-r', ';charset="koi8-r"', ';charset="koi8-r', "; charset='koi8-r'", '; CHARSET=KOI8-R', '; charset= koi8-r',
    '; charset = koi8-r', ' charset=koi8-r', ';charset=koi8-r;charset=utf-8', ';charset=klingon;charset=koi8-r', ';;charset=koi8-r',
    '; charset=', '; charset=utf-7', '; x="a;charset=koi8-r"', '; charset=koi8-r, text/html', ', text/html; charset=koi8-r',
    '; charset=koi8-r, text/html; charset=ibm866', '; charset=koi8-r,',
  ]; // prettier-ignore
  return parameters.map((parameter) =>
    sent(`header text/html${parameter}`, `text/html${parameter}`, `<meta charset=windows-1251>${TELLING}`),
  );
}

/** KOI8-R is declared in some way; where that does not count, a second element declares windows-1251. */
function metas(): Probe[] {
  const elements = [
    '<meta charset=koi8-r>', '<META CHARSET=" KOI8-R ">', "<meta/charset='koi8-r'>", '<meta charset=klingon>', '<meta charset=koi8-r;>',
    '<meta charset="&#107;oi8-r">', '<meta name=x charset=koi8-r>', '</meta charset=koi8-r>', '<meta charset=utf-16>', '<meta charset=utf-16be>',
    '<meta charset=x-user-defined>', '<meta http-equiv=content-type content="text/html; charset=koi8-r">',
    '<meta content="text/html;charset=koi8-r" http-equiv=Content-Type>', '<meta content="text/html;charset=koi8-r">',
    '<meta http-equiv=refresh content="text/html;charset=koi8-r">', '<meta http-equiv=" content-type " content="charset=koi8-r">',
    '<meta http-equiv=content-type content="text/html; charset">', '<meta http-equiv=content-type content="charset=">',
    '<meta http-equiv=content-type content="charset charset = koi8-r; x">', '<meta http-equiv=content-type content="charset=\'koi8-r\'">',
    '<meta http-equiv=content-type content="charset=\'koi8-r">', '<meta http-equiv=content-type content="charset=koi8-r\'">',
    '<meta http-equiv=content-type charset=ibm866 content="charset=koi8-r">', '<meta http-equiv=content-type content="charset=koi8-r" charset=klingon>',
    '<!-- <meta charset=koi8-r> -->', '<script>"<meta charset=koi8-r>"</script>', '<title><meta charset=koi8-r></title>',
    '<style><meta charset=koi8-r></style>', '<noscript><meta charset=koi8-r></noscript>', '<template><meta charset=koi8-r></template>',
    '<p title="<meta charset=koi8-r>">', '<svg><meta charset=koi8-r></svg>',
    `<head><script>${LONG}</script><meta charset=koi8-r>`, `<!--${LONG}--><meta charset=koi8-r>`, `<title>${LONG}</title><meta charset=koi8-r>`,
    `<body>${LONG.slice(0, 1000)}<meta charset=koi8-r>`, '<p>x<meta charset=koi8-r>', `<head><link title="${LONG}"><noscript></noscript><object></object><meta charset=koi8-r>`,
  ]; // prettier-ignore
  const late = (name: string, before: string): Probe =>
    sent(name, 'text/html', `<meta charset=windows-1251>${before}<meta charset=koi8-r>${TELLING}`);
  return [
    ...elements.map((element) => {
      const name = `meta: ${element.replace(/x{100,}/, 'xx…')}`;
      return sent(name, 'text/html', `${element}<meta charset=windows-1251>${TELLING} \xc3\xa9`);
    }),
    late('the first meta that counts counts', ''),
    late('a meta behind a long body does not count', `<body>${LONG}`),
    sent('header against meta', 'text/html; charset=koi8-r', `<meta charset=windows-1251>${TELLING}`),
  ];
}

function xmlDeclarations(): Probe[] {
  const declared = (label: string): string => `<?xml version="1.0" encoding="${label}"?>`;
  return [
    sent('XML declaration', 'text/html', `${declared('koi8-r')}<p>${TELLING}`),
    sent('XML declaration, single quotes', 'text/html', `<?xml encoding = 'koi8-r' ?><p>${TELLING}`),
    sent(
      'XML declaration against meta',
      'text/html',
      `${declared('koi8-r')}<meta charset=windows-1251>${TELLING}`,
    ),
    sent(
      'XML declaration against header',
      'text/html; charset=windows-1251',
      `${declared('koi8-r')}<p>${TELLING}`,
    ),
    sent(
      'XML declaration that is not first',
      'text/html',
      ` ${declared('koi8-r')}<meta charset=ibm866>${TELLING}`,
    ),
    sent('XML declaration of UTF-16', 'text/html', `${declared('utf-16')}<p>\xc3\xa9`),
    sent('XML declaration of x-user-defined', 'text/html', `${declared('x-user-defined')}<p>${TELLING}`),
    sent('XML declaration in UTF-16LE', 'text/html', utf16(`${declared('utf-16')}<p>hé`)),
    sent('XML declaration in UTF-16BE', 'text/html', swapped(utf16(`${declared('utf-16')}<p>hé`))),
  ];
}

/** A page of which the header gives the encoding. */
function page(name: string, label: string, latin1: string): Probe {
  return sent(name, `text/html; charset=${label}`, latin1);
}

/** `latin1`: a character for each byte. */
function sent(name: string, contentType: string, latin1: string): Probe {
  return { name, contentType, bytes: Buffer.from(latin1, 'latin1') };
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').toString('latin1');
}

function swapped(latin1: string): string {
  return Buffer.from(latin1, 'latin1').swap16().toString('latin1');
}
