import { coverageDocument } from '../pdf/coverage-document.ts';
import { typeset } from '../pdf/typeset.ts';
import { reportWords } from '../words/report-words.ts';
import type { ReportWriter } from './report-writer.ts';

/** A document to print and to sign. */
export const pdfReport: ReportWriter = {
  mediaType: 'application/pdf',
  extension: 'pdf',
  async write(drawn, { language, digits }) {
    const words = reportWords({ language, digits, timeZone: drawn.report.area.timeZone });
    return typeset('document', coverageDocument(drawn, words));
  },
};
