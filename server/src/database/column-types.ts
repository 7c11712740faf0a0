import type { ColumnType } from 'kysely';

/** A geometry column: written through `geometry-sql.ts`, never selected as it is. */
export type Geometry = ColumnType<never, unknown, unknown>;
export type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;
