import { type Static, Type } from 'typebox';
import { PlanIdSchema } from './ids.ts';
import { LocalizedTextSchema } from './text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

const planFields = {
  id: PlanIdSchema,
  number: Type.Integer({ description: 'Running number within the area, from 1' }),
  title: LocalizedTextSchema,
  example: Type.Boolean({ description: 'Example data, not agreed by anyone' }),
  base: Type.Union([PlanIdSchema, Type.Null()], { description: 'The plan it was made from' }),
  version: Type.Integer({
    description: 'Grows with every change of a territory, of the title or of the base; the ETag of a draft',
  }),
  createdAt: Instant,
  updatedAt: Instant,
};

/** One variant per state: a plan has an in-force period exactly when it is, was or will be in force. */
export const PlanSchema = Type.Union(
  [
    Type.Object({
      ...planFields,
      state: Type.Union([Type.Literal('draft'), Type.Literal('proposed'), Type.Literal('withdrawn')]),
    }),
    Type.Object({ ...planFields, state: Type.Literal('scheduled'), inForceFrom: Instant }),
    Type.Object({
      ...planFields,
      state: Type.Literal('in-force'),
      inForceFrom: Instant,
      inForceTo: Type.Union([Instant, Type.Null()], {
        description: 'From when another plan is in force; null: none is scheduled',
      }),
    }),
    Type.Object({
      ...planFields,
      state: Type.Literal('superseded'),
      inForceFrom: Instant,
      inForceTo: Instant,
    }),
  ],
  { title: 'Plan' },
);
export type Plan = Static<typeof PlanSchema>;
export type PlanState = Plan['state'];

export const TitleInputSchema = Type.Union(
  [Type.String({ minLength: 1, maxLength: 200 }), LocalizedTextSchema],
  {
    description: 'One text for both languages, or one for each',
  },
);

export const NewPlanSchema = Type.Object(
  { title: TitleInputSchema, from: Type.Optional(PlanIdSchema) },
  { additionalProperties: false },
);
export type NewPlan = Static<typeof NewPlanSchema>;

/** What `PATCH …/plans/{plan}` takes. */
export const PlanEditSchema = Type.Object({ title: TitleInputSchema }, { additionalProperties: false });
export type PlanEdit = Static<typeof PlanEditSchema>;
