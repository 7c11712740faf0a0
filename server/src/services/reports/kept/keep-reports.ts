import { randomUUID } from 'node:crypto';
import type { AreaId, Person, PersonId, ReportId } from '@nitaq/core';
import type { Database } from '../../../database/open-database.ts';
import { inTransaction } from '../../../database/transaction.ts';
import { findPlanInForce } from '../../../repositories/plan-repository.ts';
import {
  type Audience,
  keepReport,
  listUnreported,
  type UnreportedPlan,
} from '../../../repositories/report-repository.ts';
import { sha256 } from '../../../sha256.ts';
import type { CoverageLookup } from '../../coverage-lookup.ts';
import { gatherReport } from '../gather-report.ts';
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

/** Makes and keeps a report of each plan that has come into force and has none; what fails stands in `failed` and is passed over. */
export async function keepReports(keeping: ReportKeeping, failed: Set<string>): Promise<void> {
  for (const plan of await listUnreported(keeping.db, keeping.now())) {
    const key = `${plan.area} ${plan.plan}`;
    if (failed.has(key)) continue;
    try {
      await keepReportOf(keeping, plan);
    } catch (error) {
      failed.add(key);
      keeping.onFailure(error);
    }
  }
}

async function keepReportOf(keeping: ReportKeeping, plan: UnreportedPlan): Promise<void> {
  const { db, maker, now } = keeping;
  const madeAt = now();
  const before = new Date(plan.from.getTime() - 1);
  const last = await findPlanInForce(db, plan.area, before);
  const since = last === null ? null : before;
  const made = async (audience: Audience) => {
    const question = await gatherReport(keeping, {
      area: plan.area,
      at: plan.from.toISOString(),
      since: since?.toISOString(),
      person: audience === 'public' ? null : observerOf(plan.area),
      now: madeAt,
    });
    const model = JSON.stringify(await maker.make(question));
    return { ...plan, audience, since, madeAt, model, hash: sha256(model) };
  };
  const [open, shared] = [await made('public'), await made('shared')];
  const id = randomUUID() as ReportId;
  await inTransaction(db, async (transaction) => {
    await keepReport(transaction, { ...open, id });
    await keepReport(transaction, { ...shared, id });
  });
}

/** Knows what everybody with a role may know, and no count exactly. */
function observerOf(area: AreaId): Person {
  return {
    id: 'observer' as PersonId,
    name: 'observer',
    email: '',
    memberships: [{ area, role: 'observer', association: null }],
    secondFactor: false,
    provenTwice: false,
  };
}
