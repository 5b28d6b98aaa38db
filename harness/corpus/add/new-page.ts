import type { GoldAbout } from '../../model/gold.ts';
import type { Media } from '../../model/page.ts';

/** A page that nobody has labelled yet: its bytes as they came, and what is known of it. */
export interface NewPage extends Pick<GoldAbout, 'url' | 'captured' | 'response'> {
  readonly media: Media;
  readonly bytes: Uint8Array;
  /** What its folder may be called, from its address or file name; nothing that is a safe name yet. */
  readonly suggestedName: string;
}
