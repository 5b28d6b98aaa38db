import { Random } from './random.ts';

/** How many sign flips every test rests on unless somebody says otherwise. */
export const FLIPS = 10_000;

/** Row after row, a sign for each place. */
export interface Signs {
  readonly places: number;
  readonly count: number;
  /** +1 or −1, `count` rows of `places`. */
  readonly signs: Int8Array;
}

/** Hands out random signs, the same for the same seed and number of places, whoever asks and in whatever order. */
export class SignFlips {
  readonly count: number;
  readonly #seed: string;
  readonly #known = new Map<number, Signs>();

  constructor(seed: string, count: number = FLIPS) {
    this.#seed = seed;
    this.count = count;
  }

  /** `count` rows of signs for so many places. They are made once. */
  of(places: number): Signs {
    const known = this.#known.get(places);
    if (known !== undefined) return known;
    const random = new Random(`${this.#seed} flips`);
    const signs = new Int8Array(this.count * places);
    let bits = 0;
    for (let index = 0; index < signs.length; index++) {
      if (index % 32 === 0) bits = random.next();
      signs[index] = (bits & 1) === 0 ? 1 : -1;
      bits >>>= 1;
    }
    const made = { places, count: this.count, signs };
    this.#known.set(places, made);
    return made;
  }
}
