import { type Static, Type } from 'typebox';
import { CoverageTotalsSchema } from './coverage.ts';
import { MeetingIdSchema, PlanIdSchema } from './ids.ts';
import { KnownNeedSchema } from './need.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Count = Type.Integer({ minimum: 0 });

/** How an area was covered at an instant. */
export const ProgressPointSchema = Type.Object(
  {
    at: Instant,
    plan: PlanIdSchema,
    totals: CoverageTotalsSchema,
    villages: Type.Object({ covered: Count, overlap: Count, gap: Count, unlocated: Count }),
    need: Type.Object(
      { covered: KnownNeedSchema, overlap: KnownNeedSchema, gap: KnownNeedSchema },
      { description: 'As far as whoever asks may know: sums of what they know of each village' },
    ),
  },
  { title: 'ProgressPoint' },
);
export type ProgressPoint = Static<typeof ProgressPointSchema>;

/** Open now = open then + opened − closed; what was reopened counts as opened again. */
export const ActionBalanceSchema = Type.Object(
  { openThen: Count, opened: Count, closed: Count, openNow: Count },
  { title: 'ActionBalance' },
);
export type ActionBalance = Static<typeof ActionBalanceSchema>;

/** What changed between two meetings. */
export const ProgressSchema = Type.Object(
  {
    meeting: MeetingIdSchema,
    since: Type.Union([Type.Object({ meeting: MeetingIdSchema, at: Instant }), Type.Null()], {
      description: 'The meeting before, and when it ended; null: there was none',
    }),
    until: Instant,
    points: Type.Array(ProgressPointSchema, {
      description:
        'At the meeting before, whenever another plan came into force, and at this one; without a plan none',
    }),
    actions: ActionBalanceSchema,
    decisions: Type.Object({
      taken: Type.Integer({ description: 'At the meeting before' }),
      carriedOut: Count,
      open: Type.Integer({ description: 'Of those that can be carried out' }),
    }),
  },
  { title: 'Progress' },
);
export type Progress = Static<typeof ProgressSchema>;
