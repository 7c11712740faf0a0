import type { FaceFeature, PlanId, PlanZone, SharedFeature, ZoneId, ZoneInput } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';

/** What two or more are agreeing on. */
export interface ZoneForm {
  readonly plan: PlanId;
  /** The one that is agreed otherwise; null: a new one. */
  readonly zone: PlanZone | null;
  readonly geometry: ZoneInput['geometry'];
  /** Who claims the place. */
  readonly associations: PlanZone['partners'];
  /** So that a repeated request makes nothing new. */
  readonly key: string;
  readonly saving: boolean;
  readonly problem: Problem | null;
}

/** All that a person chooses about a zone. */
export type ZoneChoice = Pick<ZoneInput, 'lead' | 'services' | 'endsOn'>;

export interface ZonesSlice {
  readonly zoneForm: ZoneForm | null;
  /** Why a zone could not be taken away. */
  readonly zoneProblem: Problem | null;
  /** The shared zones of the plan that is shown as the service has them now, and what comes of them. */
  loadZones(): Promise<void>;
  /** Begins to agree on an overlap of the draft that is drawn. */
  startZone(overlap: FaceFeature): void;
  /** Begins to agree otherwise on what is shared already. */
  changeZone(zone: ZoneId): void;
  cancelZone(): void;
  /** Saves what was agreed, and chooses it; true when the service took it. */
  saveZone(choice: ZoneChoice): Promise<boolean>;
  /** Takes an agreement away: the place is an overlap again. */
  removeZone(zone: ZoneId): Promise<void>;
  /** Agrees in another draft of the area on what is shared here, as far as it still can be; the problem where the service is not reached. */
  copyZonesTo(plan: PlanId): Promise<Problem | null>;
}

/** Whether a place that is shared has to be spoken about again. */
export function isRaisedAgain({ properties }: SharedFeature): boolean {
  return properties.endsSoon;
}
