import type { ReportWriter } from './report-writer.ts';

/** The report as it is, for programs. */
export const jsonReport: ReportWriter = {
  mediaType: 'application/json',
  extension: null,
  write: async ({ report }) => Buffer.from(JSON.stringify(report)),
};
