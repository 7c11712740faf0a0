/** A made area of so many villages as a PDF, by the thread that makes reports: how long, and the most memory this process took. */
import { readFileSync } from 'node:fs';
import { createReportMaker } from '../../server/src/services/reports/report-maker.ts';
import { villagesInRows } from '../../server/test/support/villages-in-rows.ts';

/** Of this process alone: what `resourceUsage` says begins with the memory of whoever started it. */
function mostMemoryMib(): number {
  const [, kib = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kib) / 1024;
}

const villages = Number(process.argv[2]);
const reports = createReportMaker();
const begun = performance.now();
const drawn = await reports.make(villagesInRows(villages));
const composed = performance.now();
const ofModel = mostMemoryMib();
const pdf = await reports.write({
  format: 'pdf',
  drawn,
  reading: { language: 'ar', origin: 'https://example.org' },
});
const peak = mostMemoryMib();
console.log(
  `${villages} villages: composed in ${((composed - begun) / 1000).toFixed(1)} s, ` +
    `set in ${((performance.now() - composed) / 1000).toFixed(1)} s, ${(pdf.byteLength / 2 ** 20).toFixed(1)} MiB, ` +
    `memory at most ${peak.toFixed(0)} MiB (${ofModel.toFixed(0)} MiB before it is set)`,
);
await reports.close();
