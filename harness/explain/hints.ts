import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../document/html/attribute.ts';
import { inherited } from '../document/html/inherited.ts';
import type { SurplusClass } from './classes.ts';

/**
 * What an element says of its text by its name, role, identifier and classes. A strong hint is one of a part of the page
 * (a menu, a list of teasers); a weak one of a piece that any part may hold (a date, a caption).
 */
export interface Hint {
  readonly class: SurplusClass;
  readonly isStrong: boolean;
}

/** Words of identifiers and classes, in the order in which they are tried. A word stands between hyphens. */
const WORDS: readonly (readonly [SurplusClass, strength: 'strong' | 'weak', words: string])[] = [
  ['breadcrumbs', 'strong', 'breadcrumbs?|crumbs?|bread-crumbs?'],
  ['toc', 'strong', 'toc|table-of-contents|tableofcontents|on-this-page'],
  ['cookie', 'strong', 'cookies?|consent|gdpr|onetrust|cookiebar|cookienotice'],
  ['paywall', 'strong', 'paywall|regwall|piano|subscriber-only|subscription'],
  ['newsletter', 'strong', 'newsletters?|subscribe|signup|sign-up|mailing-list|optin|mailchimp'],
  ['comment', 'strong', 'comments?|commentlist|disqus|respond|livefyre|replies|kommentare?|commentaires?|comentarios?|commenti'],
  ['share', 'strong', 'share|shares|sharing|sharebar|social|socials|addthis|addtoany|sharedaddy|tweet|follow-us'],
  ['related', 'strong', 'related|recommend\\w*|read-?more|read-?next|see-?also|trending|popular|most-read|more-(?:from|stories|news|on|in)|latest|recent|teasers?|suggested|similar|outbrain|taboola|also-like|relacionad[ao]s|lire-aussi|leggi-anche|mehr-zum-thema|next-article|previous-article|post-navigation|nav-links|readers-also'],
  ['ad', 'strong', 'ads?|adverts?|advertisements?|advertising|sponsor(?:ed|s)?|adsbygoogle|adslot|adunit|dfp|promoted|werbung|anzeige|publicidad|publicite'],
  ['author-bio', 'strong', 'author-(?:bio|box|info|profile|card|description)|authorbox|about-(?:the-)?author|bio|biography'],
  ['tags', 'strong', 'tags?|tagcloud|tag-(?:list|links)|keywords|topics|categories|cat-links|post-categories'],
  ['promo', 'strong', 'promos?|promotion|cta|call-to-action|donate|donation|app-download|download-app'],
  ['legal', 'strong', 'copyright|disclaimer|legal|terms|privacy|licen[cs]e'],
  ['ui', 'strong', 'skip-?(?:link|to|nav)?'],
  ['nav', 'strong', 'nav|navbar|navigation|navi|menus?|submenu|mainmenu|pager|pagination'],
  ['footer', 'strong', 'footer|foot|colophon|site-info|bottom-?bar'],
  ['aside', 'strong', 'aside|sidebar|side-?bar|rail|widgets?|infobox|side-?col'],
  ['ui', 'weak', 'buttons?|btn|search|login|modal|popup|pop-up|tooltip|toolbar|rating|votes?|print|screen-reader-text|sr-only|visually-hidden'],
  ['caption', 'weak', 'captions?|figcaption|wp-caption-text|credits?|cutline|photo-?(?:credit|by)|image-(?:caption|credit)'],
  ['byline', 'weak', 'bylines?|by-line|authors?|writer|reporter|contributors?|vcard'],
  ['dateline', 'weak', 'datelines?|dates?|time|timestamp|pubdate|published|datetime|updated|posted-on|post-meta|entry-meta|article-meta|meta'],
  ['title', 'weak', 'headlines?|(?:entry|post|article|page|story)-title'],
  ['media', 'weak', 'gallery|slideshow|player|videos?|audio|jwplayer|lightbox|carousel'],
  ['header', 'weak', 'masthead|header|topbar|top-bar|logo|branding|site-title|site-description|tagline'],
]; // prettier-ignore

const PATTERNS = WORDS.map(
  ([name, strength, words]) =>
    [{ class: name, isStrong: strength === 'strong' }, new RegExp(`-(?:${words})-`, 'u')] as const,
);

/** Most names hold none of the words. */
const ANY = new RegExp(`-(?:${WORDS.map(([, , words]) => words).join('|')})-`, 'u');

const BY_TAG: Readonly<Record<string, Hint>> = {
  nav: { class: 'nav', isStrong: true },
  footer: { class: 'footer', isStrong: true },
  aside: { class: 'aside', isStrong: true },
  figcaption: { class: 'caption', isStrong: false },
  time: { class: 'dateline', isStrong: false },
  h1: { class: 'title', isStrong: false },
  header: { class: 'header', isStrong: false },
  figure: { class: 'media', isStrong: false },
  button: { class: 'ui', isStrong: false },
  form: { class: 'ui', isStrong: false },
  label: { class: 'ui', isStrong: false },
};

const BY_ROLE: Readonly<Record<string, Hint>> = {
  navigation: { class: 'nav', isStrong: true },
  menu: { class: 'nav', isStrong: true },
  menubar: { class: 'nav', isStrong: true },
  contentinfo: { class: 'footer', isStrong: true },
  complementary: { class: 'aside', isStrong: true },
  banner: { class: 'header', isStrong: false },
  search: { class: 'ui', isStrong: false },
  dialog: { class: 'ui', isStrong: false },
  button: { class: 'ui', isStrong: false },
};

/** Their classes say what the page is about, or how it is laid out. */
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);

/** What the elements around a place say of text there. */
interface Said {
  /** The strong hint of the innermost element that has one. */
  readonly strong: SurplusClass | undefined;
  /** The weak hint of the innermost element that has one, within that of the strong hint. */
  readonly weak: SurplusClass | undefined;
  /** Whether one is a part of what the page is about: the header of an article is no masthead. */
  readonly isInText: boolean;
}

const NOTHING: Said = { strong: undefined, weak: undefined, isInText: false };

/** Reads hints off elements, each once. */
export class Hints {
  readonly #saidBy = new Map<Tree.Element, Said>();
  readonly #byNames = new Map<string, Hint | null>();
  /** Elements that hold content: whatever they are called, they are no boilerplate. */
  readonly #holdsContent: ReadonlySet<Tree.Element>;

  constructor(holdsContent: ReadonlySet<Tree.Element>) {
    this.#holdsContent = holdsContent;
  }

  /**
   * What text directly in an element is: the strong hint of the innermost element around it that has one, else the
   * weak hint of the innermost. That something is an aside says least: a caption in one is a caption.
   */
  of(element: Tree.Element): SurplusClass | undefined {
    const said = inherited(this.#saidBy, element, (each, around) => this.#saidIn(each, around ?? NOTHING));
    if (said.strong === 'aside' && said.weak === 'caption') return said.weak;
    return said.strong ?? said.weak;
  }

  /** What is said of text in an element, from what is said around it. */
  #saidIn(element: Tree.Element, around: Said): Said {
    const isInText = around.isInText || element.tagName === 'article' || element.tagName === 'main';
    if (this.#holdsContent.has(element)) return { ...NOTHING, isInText };
    const hint = this.#readHint(element);
    if (hint === null || (hint.class === 'header' && around.isInText)) return { ...around, isInText };
    if (hint.isStrong) return { strong: hint.class, weak: undefined, isInText };
    return { strong: around.strong, weak: hint.class, isInText };
  }

  #readHint(element: Tree.Element): Hint | null {
    if (WHOLE_PAGE.has(element.tagName)) return null;
    const named = this.#ofNames(`${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'class') ?? ''}`);
    if (named?.isStrong === true) return named;
    const role = BY_ROLE[attributeOf(element, 'role')?.toLowerCase() ?? ''];
    const tag = BY_TAG[element.tagName];
    if (role !== undefined && (role.isStrong || tag === undefined)) return role;
    if (tag !== undefined) return tag;
    if (named !== null) return named;
    if (attributeOf(element, 'rel') === 'author' || attributeOf(element, 'itemprop') === 'author') {
      return { class: 'byline', isStrong: false };
    }
    return null;
  }

  #ofNames(names: string): Hint | null {
    const known = this.#byNames.get(names);
    if (known !== undefined) return known;
    const hint = isWholePost(names) ? null : readNames(names);
    this.#byNames.set(names, hint);
    return hint;
  }
}

/** A post of WordPress carries its categories and tags among its classes. */
function isWholePost(names: string): boolean {
  return /(?:^|\s)(?:hentry|type-post|post-\d+)(?:\s|$)/u.test(names);
}

function readNames(names: string): Hint | null {
  const words = names
    .trim()
    .split(/\s+/u)
    .map((name) => name.replace(/([a-z])([A-Z])/gu, '$1-$2').replace(/[^A-Za-z]+/gu, '-'))
    .map((name) => `-${name.replace(/^-|-$/gu, '').toLowerCase()}-`)
    .join(' ');
  if (words === '--' || !ANY.test(words)) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
