/* oxlint-disable no-underscore-dangle -- the names that parse5 gave them */
import { Token, Tokenizer, TokenizerMode } from 'parse5';

/** Stretches without a character that ends what is read or is replaced, as NUL and carriage return are. */
const IN_SCRIPT = /[^<\0\r]+/y;
const IN_TEXT = /[^<&\0\r\t\n\f ]+/y;
const IN_DOUBLE_QUOTES = /[^"&\0\r]+/y;
const IN_SINGLE_QUOTES = /[^'&\0\r]+/y;
const IN_COMMENT = /[^-<\0\r]+/y;

/**
 * parse5's tokenizer, which goes from character to character, but takes plain stretches of scripts, styles, attributes and
 * comments at one go: they are most of a page. The tree is the same.
 */
export class QuickTokenizer extends Tokenizer {
  override _stateScriptData(cp: number): void {
    super._stateScriptData(cp);
    if (this.state === TokenizerMode.SCRIPT_DATA) this.#takeText(IN_SCRIPT);
  }

  override _stateRawtext(cp: number): void {
    super._stateRawtext(cp);
    if (this.state === TokenizerMode.RAWTEXT) this.#takeText(IN_SCRIPT);
  }

  override _stateData(cp: number): void {
    super._stateData(cp);
    if (this.state === TokenizerMode.DATA) this.#takeText(IN_TEXT);
  }

  override _stateAttributeValueDoubleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(cp);
    if (this.state === state) this.#take(IN_DOUBLE_QUOTES);
  }

  override _stateAttributeValueSingleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(cp);
    if (this.state === state) this.#take(IN_SINGLE_QUOTES);
  }

  override _stateComment(cp: number): void {
    const { state } = this;
    super._stateComment(cp);
    if (this.state === state) this.#take(IN_COMMENT);
  }

  #takeText(plain: RegExp): void {
    if (this.currentCharacterToken?.type === Token.TokenType.CHARACTER) this.#take(plain);
  }

  /** Makes the run of characters that ends here longer. */
  #take(plain: RegExp): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    // Behind a carriage return a line feed is nothing.
    if (this.runEnd !== pos + 1 || html[pos] === '\r') return;
    plain.lastIndex = this.runEnd;
    if (!plain.test(html)) return;
    this.runEnd = plain.lastIndex;
    preprocessor.pos = this.runEnd - 1;
  }
}
