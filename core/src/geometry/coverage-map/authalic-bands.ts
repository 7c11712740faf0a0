import { authalicM2, authalicSlopesM2, meanAuthalicM2, SHORT_RISE } from '../area.ts';
import { RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import { GRID_PER_DEGREE, type GridBox } from '../grid.ts';

/** Within 0.0011 radians of the middle of a band, what follows the fourth derivative is below the last digit of S. */
const BANDS_PER_DEGREE = 8;
/** Up to twice this rise three points are enough for the mean, as for `meanAuthalicM2`. */
const MOST_REACH = 0.5;
/** Of the polynomial for S, and of what the rise of an edge adds to it. */
const TERMS = 9;

/**
 * The authalic value S along edges, less that at the southern edge of a grid: by Taylor's series around the middles of
 * bands of latitudes, which takes a tenth of the time of S itself and keeps the digits of places near to that edge.
 *
 * A latitude is told by twice its steps from the southern edge, as the sum of those of an edge's ends is.
 */
export class AuthalicBands {
  /** By band: the terms in such sums and in the steps of a rise, so that nothing is left to be converted for each edge. */
  readonly #terms: Float64Array;
  readonly #bands: number;
  readonly #origin: number;
  readonly #steps: number;
  readonly #south: number;
  readonly #reference: number;
  readonly #degreesPerStep: number;
  readonly #sumPerBand: number;
  readonly #bandsPerSum: number;
  readonly #shortRise: number;
  /** Bands are for sums between these. */
  readonly #leastSum: number;
  readonly #endSum: number;

  constructor({ minY, maxY }: GridBox, steps: number) {
    this.#origin = minY;
    this.#steps = steps;
    this.#south = minY / GRID_PER_DEGREE;
    this.#reference = authalicM2(this.#south);
    this.#degreesPerStep = 1 / GRID_PER_DEGREE / steps;
    this.#sumPerBand = (2 * steps * GRID_PER_DEGREE) / BANDS_PER_DEGREE;
    this.#bandsPerSum = 1 / this.#sumPerBand;
    this.#shortRise = SHORT_RISE * steps * GRID_PER_DEGREE;
    this.#bands = 2 + Math.floor((maxY / GRID_PER_DEGREE - this.#south) * BANDS_PER_DEGREE);
    this.#leastSum = -this.#sumPerBand / 2;
    this.#endSum = (this.#bands - 0.5) * this.#sumPerBand;
    this.#terms = new Float64Array(TERMS * this.#bands);
    for (let band = 0; band < this.#bands; band++) this.#workOut(band);
  }

  /** The mean between two latitudes in steps of the grid, in m² per radian of longitude. */
  meanBetween(fromY: number, toY: number): number {
    return this.#mean(fromY + toY, toY - fromY);
  }

  /** As `meanBetween`, of places told by their numbers: doubles that are handed on are put on the heap, each of them. */
  meanAlong(y: Float64Array, from: number, to: number): number {
    const fromY = y[from] ?? 0;
    const toY = y[to] ?? 0;
    return this.#mean(fromY + toY, toY - fromY);
  }

  /**
   * As `meanAlong` of the edge that begins at a place of the position grid, to the same digits. The mean is put into an array,
   * since a double that is given back may be put on the heap too.
   */
  putMean(mean: Float64Array, y: Int32Array, place: number): void {
    const origin = this.#origin;
    const fromY = y[place] ?? 0;
    const toY = y[place + 1] ?? 0;
    const sum = (fromY - origin + (toY - origin)) * this.#steps;
    const rise = (toY - fromY) * this.#steps;
    if (this.#isFar(sum, rise)) mean[0] = this.#farMean(sum, rise);
    else mean[0] = this.#nearMean(sum, rise);
  }

  #mean(sum: number, rise: number): number {
    return this.#isFar(sum, rise) ? this.#farMean(sum, rise) : this.#nearMean(sum, rise);
  }

  /** Whether an edge is long, or was drawn beyond the box later. */
  #isFar(sum: number, rise: number): boolean {
    return Math.abs(rise) > this.#shortRise || sum <= this.#leastSum || sum >= this.#endSum;
  }

  #nearMean(sum: number, rise: number): number {
    const band = this.#bandAt(sum);
    const terms = this.#terms;
    const at = TERMS * band;
    const away = sum - band * this.#sumPerBand;
    const square = rise * rise;
    const bend =
      (terms[at + 5] ?? 0) +
      away * ((terms[at + 6] ?? 0) + away * (terms[at + 7] ?? 0)) +
      square * (terms[at + 8] ?? 0);
    return this.#valueIn(at, away) + square * bend;
  }

  #farMean(sum: number, rise: number): number {
    const middle = (sum / 2) * this.#degreesPerStep;
    const riseDegrees = rise * this.#degreesPerStep;
    const reach = Math.abs(riseDegrees) / 2;
    if (reach > MOST_REACH || middle - reach < 0 || this.#bandAt(sum + Math.abs(rise)) >= this.#bands) {
      const from = this.#south + middle - riseDegrees / 2;
      return meanAuthalicM2(from, from + riseDegrees, this.#reference);
    }
    // Gauss-Legendre quadrature.
    const away = rise * Math.sqrt(3 / 5);
    const outer = this.#valueAt(sum - away) + this.#valueAt(sum + away);
    return (5 * outer + 8 * this.#valueAt(sum)) / 18;
  }

  #valueAt(sum: number): number {
    const band = this.#bandAt(sum);
    return this.#valueIn(TERMS * band, sum - band * this.#sumPerBand);
  }

  /** The value away from the middle of the band whose terms begin at a place. */
  #valueIn(at: number, away: number): number {
    const terms = this.#terms;
    const bend = (terms[at + 2] ?? 0) + away * ((terms[at + 3] ?? 0) + away * (terms[at + 4] ?? 0));
    return (terms[at] ?? 0) + away * ((terms[at + 1] ?? 0) + away * bend);
  }

  #bandAt(sum: number): number {
    return Math.floor(sum * this.#bandsPerSum + 0.5);
  }

  #workOut(band: number): void {
    const latitude = this.#south + band / BANDS_PER_DEGREE;
    const [first = 0, second = 0, third = 0, fourth = 0] = authalicSlopesM2(latitude);
    const rise = this.#degreesPerStep * RADIANS_PER_DEGREE;
    const away = rise / 2;
    const terms = [
      authalicM2(latitude) - this.#reference,
      away * first,
      (away ** 2 / 2) * second,
      (away ** 3 / 6) * third,
      (away ** 4 / 24) * fourth,
      (rise ** 2 / 24) * second,
      ((rise ** 2 * away) / 24) * third,
      ((rise ** 2 * away ** 2) / 48) * fourth,
      (rise ** 4 / 1920) * fourth,
    ];
    this.#terms.set(terms, TERMS * band);
  }
}
