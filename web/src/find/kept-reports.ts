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
const hearers = new Set<() => void>();

/** Sends a report, or keeps it on the phone until there is a network. */
export async function sendReport(report: KeptReport, language: string): Promise<Sent> {
  const sent = await post(report, language);
  if (sent.kind === 'kept') store([...keptReports().filter(({ key }) => key !== report.key), report]);
  return sent;
}

/** Sends what was kept, one after the other, until one fails again. What the service refuses is let go. */
export async function sendKeptReports(language: string): Promise<void> {
  for (const report of keptReports()) {
    if ((await post(report, language)).kind === 'kept') return;
    store(keptReports().filter(({ key }) => key !== report.key));
  }
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
