import { type Static, Type } from 'typebox';
import { MeetingIdSchema, PlanIdSchema, ReportIdSchema } from '../model/ids.ts';
import { LocalizedTextSchema } from '../model/text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

const keptFields = {
  id: ReportIdSchema,
  plan: Type.Object({ id: PlanIdSchema, number: Type.Integer(), title: LocalizedTextSchema }),
  at: Instant,
  since: Type.Union([Instant, Type.Null()], {
    description: 'What it is compared with; null: nothing was before',
  }),
  madeAt: Instant,
  hash: Type.String({ description: 'SHA-256 of what is kept' }),
};

/** A report that was made by itself, and says for ever what it said then. */
export const KeptReportSchema = Type.Union(
  [
    Type.Object({
      ...keptFields,
      kind: Type.Literal('enactment', { description: 'Made when a plan came into force' }),
    }),
    Type.Object({
      ...keptFields,
      kind: Type.Literal('meeting', {
        description:
          'Made the day before a meeting, for those with a role: what changed since the meeting before',
      }),
      meeting: Type.Object({ id: MeetingIdSchema, title: LocalizedTextSchema, startsAt: Instant }),
    }),
  ],
  { title: 'KeptReport' },
);
export type KeptReport = Static<typeof KeptReportSchema>;
