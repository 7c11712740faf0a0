import { reportPage } from '../html/report-page.ts';
import { reportWords } from '../words/report-words.ts';
import type { ReportWriter } from './report-writer.ts';

/** A page to read and to print. */
export const htmlReport: ReportWriter = {
  mediaType: 'text/html; charset=utf-8',
  extension: null,
  async write(drawn, { language, digits, origin }) {
    const words = reportWords({ language, digits, timeZone: drawn.report.area.timeZone });
    return Buffer.from(reportPage(drawn, words, origin));
  },
};
