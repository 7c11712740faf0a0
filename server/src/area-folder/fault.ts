import type { GeometryFaultCode } from '@nitaq/core';

/** What can be wrong with an area folder, beside what can be wrong with a geometry. */
export type FolderFaultCode =
  | 'folder-missing'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-not-utf8'
  | 'json-malformed'
  | 'json-malformed-near'
  | 'member-missing'
  | 'member-unknown'
  | 'type-wrong'
  | 'csv-malformed'
  | 'csv-wrong-delimiter'
  | 'column-missing'
  | 'column-unknown'
  | 'column-repeated'
  | 'row-wrong-length'
  | 'value-missing'
  | 'value-not-allowed'
  | 'text-too-long'
  | 'text-has-control-character'
  | 'text-has-half-a-character'
  | 'id-malformed'
  | 'id-repeated'
  | 'number-malformed'
  | 'integer-malformed'
  | 'longitude-out-of-range'
  | 'latitude-out-of-range'
  | 'location-incomplete'
  | 'location-looks-swapped'
  | 'location-outside-area'
  | 'alias-empty'
  | 'centre-unknown'
  | 'date-malformed'
  | 'time-zone-unknown'
  | 'geometry-wrong-type'
  | 'position-malformed'
  | 'association-unknown'
  | 'association-repeated'
  | 'plan-repeated'
  | 'several-plans-in-force'
  | 'base-unknown'
  | 'base-circular';

export type AreaFolderFaultCode = FolderFaultCode | GeometryFaultCode;
export type FaultValues = Readonly<Record<string, string | number>>;

/** One fault of an area folder and where it stands. */
export interface AreaFolderFault {
  /** Path within the folder; empty for the folder itself. */
  readonly file: string;
  /** Row of a table as a spreadsheet counts it (the header is row 1), or line of another file. */
  readonly row: number | null;
  /** Column of a table, or JSON pointer into another file. */
  readonly field: string | null;
  readonly code: AreaFolderFaultCode;
  /** What the text of the fault is filled in with. */
  readonly values: FaultValues;
}

/** A fault within a file that the one who takes the report knows. */
export interface FaultInFile {
  readonly code: AreaFolderFaultCode;
  readonly row?: number;
  readonly field?: string;
  readonly values?: FaultValues;
}

/** Readers of a file tell their faults here and go on, so that one run finds them all. */
export type ReportFault = (fault: FaultInFile) => void;
