import { LANGUAGES } from '@nitaq/core';
import { isShown, REPORT_FORMATS, reportAddress } from '../../state/report-address.ts';
import { ChoiceEntry } from '../choice-entry.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { BackgroundButton } from './background-button.tsx';
import { PrintedLinks } from './printed-links.tsx';
import { digitsIn, IN_FORCE, SINCE, useReportChoice, useReportReading } from './use-report-choice.ts';

/** The report of an area with more villages than these takes so long that one had better do something else. */
const LONG_FROM = 2000;

/** Which report: of which plan, as of which day, since when, in which language and form. */
export function ReportForm() {
  const { t, name, dayOf } = useWords();
  const choice = useReportChoice();
  const page = useReportReading();
  const { area, plan, enactment, language, format } = choice;
  const isPossible = !choice.isWithoutPlan && !choice.isTooLate;
  const isLong = useMay('report-jobs.own') && choice.villages > LONG_FROM;
  const chosen = {
    ...{ area, language, format },
    plan: plan === IN_FORCE ? null : plan,
    day: choice.asked,
    since: choice.comparedWith,
    digits: digitsIn(language, page),
  };
  return (
    <div className="people-form">
      <p className="quiet">{t('reports.what')}</p>
      {choice.plans.length > 0 && (
        <ChoiceEntry
          label={t('reports.plan')}
          value={plan}
          choices={[
            { value: IN_FORCE, text: t('reports.plan.inForce') },
            ...choice.plans.map(({ id, title }) => ({ value: id as string, text: name(title) })),
          ]}
          onChange={choice.setPlan}
        />
      )}
      <DayEntry label={t('reports.day')} value={choice.day} min={choice.firstDay} onChange={choice.setDay} />
      <ChoiceEntry
        label={t('reports.since')}
        value={choice.since}
        choices={SINCE.filter((since) => since !== 'enactment' || enactment !== null).map((since) => ({
          value: since,
          text: t(`reports.since.${since}`, {
            date: enactment === null ? '' : dayOf(enactment.from),
          }),
        }))}
        onChange={choice.setSince}
      />
      {choice.since === 'other' && (
        <DayEntry
          label={t('reports.since.day')}
          value={choice.sinceDay}
          min={choice.firstDay}
          onChange={choice.setSinceDay}
        />
      )}
      <div className="report-pair">
        <ChoiceEntry
          label={t('reports.language')}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, text: t(`reports.language.${value}`) }))}
          onChange={choice.setLanguage}
        />
        <ChoiceEntry
          label={t('reports.format')}
          value={format}
          choices={REPORT_FORMATS.map((value) => ({ value, text: t(`reports.format.${value}`) }))}
          onChange={choice.setFormat}
        />
      </div>
      {choice.isWithoutPlan ? (
        <p role="alert">{t('reports.noPlan')}</p>
      ) : (
        choice.isTooLate && <p role="alert">{t('reports.since.late')}</p>
      )}
      <div className="bar-actions">
        {isPossible && (
          <a
            className="button"
            data-look={isLong ? 'quiet' : 'primary'}
            href={reportAddress(chosen)}
            {...(isShown(format) ? { target: '_blank', rel: 'noopener' } : { download: '' })}
          >
            {t(isShown(format) ? 'reports.show' : 'reports.download')}
          </a>
        )}
        {isPossible && <BackgroundButton choice={chosen} isMain={isLong} />}
      </div>
      {isPossible && (
        <PrintedLinks
          {...{ area, plan, language }}
          day={choice.asked}
          digits={digitsIn(language, page)}
          hasAgreement={choice.isAgreed}
        />
      )}
    </div>
  );
}
