import { authalicM2, authalicSlopesM2, meanAuthalicM2, SHORT_RISE } from '../area.ts';
import { RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import { GRID_PER_DEGREE, type GridBox } from '../grid.ts';

/** Within 0.0011 radians of the middle of a band, what follows the fourth derivative is below the last digit of S. */
const BANDS_PER_DEGREE = 8;
/** Up to twice this rise three points are enough for the mean, as for `meanAuthalicM2`. */
const MOST_REACH = 0.5;
/** A division takes as long as five multiplications. */
const [THIRD, TWENTY_FOURTH, EIGHTIETH] = [1 / 3, 1 / 24, 1 / 80];
/** S and its first four derivatives. */
const TERMS = 5;

/**
 * The authalic value S along edges, less that at the southern edge of a grid: by Taylor's series around the middles of
 * bands of latitudes, which takes a tenth of the time of S itself and keeps the digits of places near to that edge.
 */
export class AuthalicBands {
  /** By band. Worked out beforehand, so that the engine can put what is left where it is called. */
  readonly #terms: Float64Array;
  readonly #bands: number;
  readonly #origin: number;
  readonly #steps: number;
  readonly #south: number;
  readonly #reference: number;
  readonly #degreesPerStep: number;

  constructor({ minY, maxY }: GridBox, steps: number) {
    this.#origin = minY;
    this.#steps = steps;
    this.#south = minY / GRID_PER_DEGREE;
    this.#reference = authalicM2(this.#south);
    this.#degreesPerStep = 1 / GRID_PER_DEGREE / steps;
    this.#bands = 2 + Math.floor((maxY / GRID_PER_DEGREE - this.#south) * BANDS_PER_DEGREE);
    this.#terms = new Float64Array(TERMS * this.#bands);
    for (let band = 0; band < this.#bands; band++) this.#workOut(band);
  }

  /** The mean between two latitudes in steps of the grid, in m² per radian of longitude. */
  meanBetween(fromY: number, toY: number): number {
    return this.#mean(((fromY + toY) / 2) * this.#degreesPerStep, (toY - fromY) * this.#degreesPerStep);
  }

  /** As `meanBetween`, of places told by their numbers: doubles that are handed on are put on the heap, each of them. */
  meanAlong(y: Float64Array, from: number, to: number): number {
    const fromY = y[from] ?? 0;
    const toY = y[to] ?? 0;
    return this.#mean(((fromY + toY) / 2) * this.#degreesPerStep, (toY - fromY) * this.#degreesPerStep);
  }

  /** As `meanAlong` of the edges that begin at places of the position grid, to the same digits, in one loop. */
  meansAlong(y: Int32Array, places: Int32Array): Float64Array {
    const means = new Float64Array(places.length);
    for (let i = 0; i < means.length; i++) {
      const place = places[i] ?? 0;
      const fromY = ((y[place] ?? 0) - this.#origin) * this.#steps;
      const toY = ((y[place + 1] ?? 0) - this.#origin) * this.#steps;
      means[i] = this.#mean(((fromY + toY) / 2) * this.#degreesPerStep, (toY - fromY) * this.#degreesPerStep);
    }
    return means;
  }

  #mean(middle: number, rise: number): number {
    const band = this.#bandAt(middle);
    if (Math.abs(rise) > SHORT_RISE || band < 0 || band >= this.#bands) return this.#farMean(middle, rise);
    const terms = this.#terms;
    const at = TERMS * band;
    const away = (middle - band / BANDS_PER_DEGREE) * RADIANS_PER_DEGREE;
    const riseRadians = rise * RADIANS_PER_DEGREE;
    const square = riseRadians * riseRadians;
    const first = terms[at + 1] ?? 0;
    const second = terms[at + 2] ?? 0;
    const third = terms[at + 3] ?? 0;
    const fourth = terms[at + 4] ?? 0;
    const half = away / 2;
    const bend = second + away * (third + half * fourth) + square * EIGHTIETH * fourth;
    const slope = first + half * (second + away * THIRD * (third + (half / 2) * fourth));
    return (terms[at] ?? 0) + away * slope + square * TWENTY_FOURTH * bend;
  }

  /** Along an edge that is long, or was drawn beyond the box later. */
  #farMean(middle: number, rise: number): number {
    const reach = Math.abs(rise) / 2;
    if (reach > MOST_REACH || middle - reach < 0 || this.#bandAt(middle + reach) >= this.#bands) {
      const from = this.#south + middle - rise / 2;
      return meanAuthalicM2(from, from + rise, this.#reference);
    }
    // Gauss-Legendre quadrature.
    const away = reach * Math.sqrt(3 / 5);
    const outer = this.#valueAt(middle - away) + this.#valueAt(middle + away);
    return (5 * outer + 8 * this.#valueAt(middle)) / 18;
  }

  #valueAt(middle: number): number {
    const band = this.#bandAt(middle);
    const terms = this.#terms;
    const at = TERMS * band;
    const away = (middle - band / BANDS_PER_DEGREE) * RADIANS_PER_DEGREE;
    const bend =
      (terms[at + 2] ?? 0) + away * THIRD * ((terms[at + 3] ?? 0) + (away / 4) * (terms[at + 4] ?? 0));
    return (terms[at] ?? 0) + away * ((terms[at + 1] ?? 0) + (away / 2) * bend);
  }

  #bandAt(middle: number): number {
    return Math.floor(middle * BANDS_PER_DEGREE + 0.5);
  }

  #workOut(band: number): void {
    const latitude = this.#south + band / BANDS_PER_DEGREE;
    const at = TERMS * band;
    this.#terms[at] = authalicM2(latitude) - this.#reference;
    this.#terms.set(authalicSlopesM2(latitude), at + 1);
  }
}
