import type { Database } from '../../../database/open-database.ts';
import type { CoverageLookup } from '../../coverage-lookup.ts';
import type { ReportMaker } from '../report-maker.ts';

/** What keeping reports works with. */
export interface ReportKeeping {
  /** Of the service itself. */
  readonly db: Database;
  readonly lookup: CoverageLookup;
  readonly maker: ReportMaker;
  readonly now: () => Date;
  readonly onFailure: (error: unknown) => void;
}
