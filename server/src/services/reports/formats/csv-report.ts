import { csvWriter } from '../../batch/csv-text.ts';
import { tableContext } from '../tables/report-tables.ts';
import { villagesTable } from '../tables/villages-table.ts';
import { reportWords } from '../words/report-words.ts';
import type { ReportWriter } from './report-writer.ts';
import { spreadsheetTable } from './spreadsheet-table.ts';

/** Without it Excel takes Arabic for something else. */
const BYTES_MARK = '\ufeff';

/** The list of villages with their status. */
export const csvReport: ReportWriter = {
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  async write({ report }, { language, digits }) {
    const words = reportWords({ language, digits, timeZone: report.area.timeZone });
    const { columns, rows } = spreadsheetTable(villagesTable(tableContext(report, words)), words);
    const line = csvWriter(',');
    const lines = [
      columns.map(({ head }) => head),
      ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ].map((cells) => `${line(cells)}\r\n`);
    return Buffer.from(BYTES_MARK + lines.join(''));
  },
};
