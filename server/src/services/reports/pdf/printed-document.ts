import type { Picture } from './picture-of.ts';

/** A document as blocks: what it says and in which order. How it looks is the template's matter. */
export interface PrintedDocument {
  readonly title: string;
  /** Under the title, a line each. */
  readonly lines: readonly string[];
  readonly language: 'ar' | 'en';
  readonly arabicDigits: boolean;
  /** At the foot of each page. */
  readonly foot: string;
  /** `{page}` and `{pages}` in it are replaced. */
  readonly pageOf: string;
  /** When it was made: year, month and day. */
  readonly date: readonly [number, number, number];
  readonly blocks: readonly Block[];
  /** The same document in another language, block by block, to stand beside this one. */
  readonly beside?: PrintedDocument;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'lead' | 'note' | 'quiet' }
  /** The few figures that are taken in at a glance. */
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | TableBlock
  /** Labels with their values, two side by side. */
  | { readonly kind: 'facts'; readonly facts: readonly Figure[] }
  | (Picture & { readonly kind: 'picture'; readonly widthMm: number; readonly mostHeightMm: number })
  /** A numbered list of names side by side, which breaks over pages between its lines. */
  | {
      readonly kind: 'names';
      readonly names: readonly { readonly number: string; readonly name: string }[];
    }
  /** A QR code with what it stands for beside it. */
  | {
      readonly kind: 'code';
      readonly svg: string;
      readonly description: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'page' }
  /** Something that stands on one side alone. */
  | { readonly kind: 'nothing' };

export interface Figure {
  readonly value: string;
  readonly label: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Millimetres, for what is written in by hand; left out: as high as its text. */
  readonly rowHeightMm?: number;
}

export interface PrintedColumn {
  readonly head: string;
  /** Share of the width. */
  readonly width: number;
  readonly isNumber: boolean;
}
