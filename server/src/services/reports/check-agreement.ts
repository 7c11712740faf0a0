import type { AreaId, Language, Person, PlanId, PlanState } from '@nitaq/core';
import { authorize, readingOf } from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import type { Database } from '../../database/open-database.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { requirePlan } from '../find-plan.ts';
import { contentHashOf, loadContent } from '../proposals/plan-content.ts';
import { refuseUnless } from '../refuse-unless.ts';
import { noticePage } from './html/notice-page.ts';
import { reportWords } from './words/report-words.ts';

export interface AgreementToCheck {
  readonly area: AreaId;
  readonly plan: PlanId;
  /** What the document says its content is. */
  readonly hash: string;
  readonly person: Person | null;
  readonly language: Language;
  readonly publicUrl: URL;
  readonly now: Date;
}

/** A page that says whether a printed agreement has the content of its plan. Errors: as of `requirePlan`, `sign-in-needed`, `not-allowed`. */
export async function checkAgreement(db: Database, asked: AgreementToCheck): Promise<string> {
  const { area, person, hash, language, publicUrl } = asked;
  const service = asService(db);
  const plan = await requirePlan(service, area, asked.plan, asked.now);
  refuseUnless(authorize(person, readingOf(plan.state), { area }));
  const isSame = contentHashOf(await loadContent(service, area, plan.id)) === hash;
  const words = reportWords({ language, timeZone: await timeZoneOf(service, area) });
  const query = new URLSearchParams({ area, plan: plan.id, lang: language });
  return noticePage({
    language,
    title: words.say('check.title'),
    mood: isSame ? 'good' : 'bad',
    lines: [
      words.say(isSame ? 'check.same' : 'check.other', { plan: words.name(plan.title) }),
      words.say('check.state', { state: words.say(`plan.${plan.state satisfies PlanState}`) }),
    ],
    link: { href: `${publicUrl.origin}/?${query}`, text: words.say('check.map') },
  });
}
