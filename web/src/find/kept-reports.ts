import type { MissingVillageReport } from '@nitaq/core';

/** A report of a village, with the key by which the service knows it again. */
export interface KeptReport {
  readonly area: string;
  readonly key: string;
  readonly report: MissingVillageReport;
}

export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly detail: string };

const KEPT = 'nitaq.find.reports';
const TOO_MANY = 429;
/** How long after a failure it is tried again: twice as long after each, up to the longest. */
const SOON_MS = 5_000;
const SELDOM_MS = 300_000;
const hearers = new Set<() => void>();
let failures = 0;
let again: ReturnType<typeof setTimeout> | undefined;

/** Sends a report, or keeps it on the phone until there is a network. */
export async function sendReport(report: KeptReport, language: string): Promise<Sent> {
  const sent = await post(report, language);
  if (sent.kind === 'kept') {
    store([...keptReports().filter(({ key }) => key !== report.key), report]);
    sendLater(language);
  }
  return sent;
}

/** Sends what was kept, one after the other; what fails is tried again later. What the service refuses is let go. */
export async function sendKeptReports(language: string): Promise<void> {
  clearTimeout(again);
  for (const report of keptReports()) {
    if ((await post(report, language)).kind === 'kept') {
      failures++;
      sendLater(language);
      return;
    }
    failures = 0;
    store(keptReports().filter(({ key }) => key !== report.key));
  }
}

/** A network that is said to be there can fail as well, and the service with it: nothing else would tell when to try. */
function sendLater(language: string): void {
  clearTimeout(again);
  again = setTimeout(() => void sendKeptReports(language), Math.min(SOON_MS * 2 ** failures, SELDOM_MS));
}

export function keptReports(): readonly KeptReport[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Tells whenever what is kept has changed; returns how to stop. */
export function hearOfKeptReports(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

async function post({ area, key, report }: KeptReport, language: string): Promise<Sent> {
  try {
    const answer = await fetch(`/api/v1/areas/${area}/missing-villages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': language },
      body: JSON.stringify(report),
    });
    if (answer.ok) return { kind: 'sent' };
    if (answer.status >= 500 || answer.status === TOO_MANY) return { kind: 'kept' };
    const problem: { detail?: string } = await answer.json().catch(() => ({}));
    return { kind: 'refused', detail: problem.detail ?? '' };
  } catch {
    return { kind: 'kept' };
  }
}

function store(reports: readonly KeptReport[]): void {
  try {
    if (reports.length === 0) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(reports));
  } catch {
    // Storage may be full or switched off; the report is then lost with the page.
  }
  for (const hear of hearers) hear();
}
