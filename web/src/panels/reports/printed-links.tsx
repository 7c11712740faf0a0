import type { Language } from '@nitaq/core';
import { useWords } from '../words.tsx';

interface PrintedLinksProps {
  readonly area: string;
  /** Or the alias of the one in force. */
  readonly plan: string;
  /** Null: today. */
  readonly day: string | null;
  readonly language: Language;
  readonly digits: 'arab' | 'latn';
  readonly hasAgreement: boolean;
}

/** What is drawn and printed of a plan besides its report. */
export function PrintedLinks({ area, plan, day, language, digits, hasAgreement }: PrintedLinksProps) {
  const { t } = useWords();
  const address = (what: string, extra: Readonly<Record<string, string>> = {}) =>
    `/api/v1/areas/${area}/reports/${what}?${new URLSearchParams({ plan, lang: language, digits, ...extra })}`;
  const at: Readonly<Record<string, string>> = day === null ? {} : { at: day };
  return (
    <p className="card-link">
      <a href={address('map', { ...at, format: 'png' })} target="_blank" rel="noopener">
        {t('reports.map.png')}
      </a>
      <a href={address('map', { ...at, format: 'svg' })} target="_blank" rel="noopener">
        {t('reports.map.svg')}
      </a>
      {hasAgreement && (
        <a href={address('agreement')} target="_blank" rel="noopener">
          {t('reports.agreement')}
        </a>
      )}
      {hasAgreement && (
        <a href={address('agreement', { lang: 'ar', beside: 'en' })} target="_blank" rel="noopener">
          {t('reports.agreement.both')}
        </a>
      )}
    </p>
  );
}
