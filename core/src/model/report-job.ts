import { type Static, Type } from 'typebox';
import { AsOfSchema } from './as-of.ts';
import { type PlanId, PlanIdSchema, ReportJobIdSchema } from './ids.ts';
import { LANGUAGES, type Language } from './language.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Count = Type.Integer({ minimum: 0 });

const FORMATS = ['json', 'html', 'pdf', 'csv', 'xlsx', 'geojson', 'gpkg'] as const;

const question = {
  plan: Type.Optional(Type.Unsafe<PlanId>({ ...PlanIdSchema, description: 'Left out: the plan in force' })),
  at: Type.Optional(AsOfSchema),
  since: Type.Optional(
    Type.Unsafe<string>({ ...AsOfSchema, description: 'An earlier day or instant: what changed since' }),
  ),
  language: Type.Unsafe<Language>(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
  digits: Type.Optional(Type.Union([Type.Literal('arab'), Type.Literal('latn')])),
  format: Type.Unsafe<(typeof FORMATS)[number]>(Type.Union(FORMATS.map((format) => Type.Literal(format)))),
};

/** What `POST …/report-jobs` takes: the report to make, and its form. */
export const NewReportJobSchema = Type.Object(question, { additionalProperties: false });
export type NewReportJob = Static<typeof NewReportJobSchema>;

/** What is being done for a report. */
const ReportStepSchema = Type.Union([
  Type.Object({ name: Type.Literal('reading', { description: 'What it is made of is read' }) }),
  Type.Object({ name: Type.Literal('numbers', { description: 'Its figures are worked out' }) }),
  Type.Object({
    name: Type.Literal('maps', { description: 'Its maps are drawn' }),
    done: Count,
    of: Count,
  }),
  Type.Object({ name: Type.Literal('writing', { description: 'It is set, or put into its form' }) }),
]);
export type ReportStep = Static<typeof ReportStepSchema>;

/** A report that is made in the background. */
export const ReportJobSchema = Type.Object(
  {
    ...question,
    id: ReportJobIdSchema,
    madeAt: Instant,
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('working'),
      Type.Literal('ready'),
      Type.Literal('failed'),
    ]),
    step: Type.Union([ReportStepSchema, Type.Null()], { description: 'While it is worked on' }),
    problem: Type.Union(
      [Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() }), Type.Null()],
      {
        description: 'Why it failed, in the language of whoever asks',
      },
    ),
  },
  { title: 'ReportJob' },
);
export type ReportJob = Static<typeof ReportJobSchema>;
