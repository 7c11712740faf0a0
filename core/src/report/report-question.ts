import type { ZoneOfPlan } from '../assessment/live-zones.ts';
import type { Area } from '../model/area.ts';
import type { Association } from '../model/association.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId, PlanId } from '../model/ids.ts';
import type { AreaNeed } from '../model/need.ts';
import type { Territory } from '../model/territory.ts';
import type { LocalizedText } from '../model/text.ts';
import type { Village } from '../model/village.ts';
import type { Report, ReportedPlan, ReportSheet } from './coverage-report.ts';

/** Who claims what in a plan, and what of it is shared by agreement. */
export interface PlanGround {
  readonly territories: readonly Territory[];
  readonly zones: readonly ZoneOfPlan[];
}

/** What whoever asked knows of the need. */
export interface NeedAsKnown {
  readonly villages: AreaNeed['villages'];
  /** Totals that may be known more closely than their villages are; null: the sums of these. */
  readonly associations: AreaNeed['associations'] | null;
}

/** A plan on a day. */
export interface PlanDay extends PlanGround {
  readonly at: string;
  readonly day: string;
  readonly plan: ReportedPlan;
  /** Null: nothing of it may be known. */
  readonly need: NeedAsKnown | null;
}

/** A plan from the day on which it came into force. */
export interface EnactedGround extends PlanGround {
  readonly from: string;
  readonly day: string;
  readonly plan: { readonly id: PlanId; readonly number: number; readonly title: LocalizedText };
}

/** An open proposal, and whom it concerns. */
export interface OpenProposal {
  readonly proposal: NonNullable<ReportSheet['proposals']>[number];
  readonly associations: readonly AssociationId[];
}

/** An action that is open, of an association. */
export interface OpenAction {
  readonly action: Omit<NonNullable<ReportSheet['actions']>[number], 'timing'>;
  readonly association: AssociationId;
}

/** All that a report is made of. */
export interface ReportQuestion {
  readonly area: Area;
  readonly land: MultiPolygon | null;
  readonly associations: readonly Association[];
  readonly villages: readonly Village[];
  readonly asked: PlanDay;
  readonly madeAt: string;
  readonly knowledge: Report['knowledge'];
  /** Null: that may not be known. */
  readonly proposals: readonly OpenProposal[] | null;
  /** Null: that may not be known. */
  readonly actions: readonly OpenAction[] | null;
  /** An earlier day, with the plans that came into force after it until the day that is asked about. */
  readonly since: { readonly earlier: PlanDay; readonly between: readonly EnactedGround[] } | null;
}
