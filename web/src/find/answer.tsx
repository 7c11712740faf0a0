import type { Association, CoverageAnswer, Position } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { isolate } from '../messages/formats.ts';
import { QrCode } from '../panels/qr-code.tsx';
import type { Theme } from '../state/preferences.ts';
import { associationsOf, type Told } from './ask-service.ts';
import { type FindWords, useFindWords } from './find-words.tsx';
import { keepArea } from './kept-area.ts';
import { SmallMap } from './small-map.tsx';

interface AnswerProps {
  readonly told: Told<CoverageAnswer>;
  readonly theme: Theme;
  readonly onAgain: () => void;
}

/** Who serves a village or a place, how to reach them, and what is not settled there. */
export function Answer({ told: { value: answer, isKept }, theme, onAgain }: AnswerProps) {
  const words = useFindWords();
  const { t, name, day } = words;
  const { area, village } = answer;
  const associations = useAssociations(area, isKept);
  const callable =
    answer.status === 'unlocated'
      ? associations
      : toCall(answer).flatMap((id) => associations.filter((one) => one.id === id));
  return (
    <article className="find-answer" data-status={answer.status} aria-labelledby="find-answer">
      <h2 id="find-answer" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {village ? name(village.name) : t('find.here')}
      </h2>
      <p className="find-verdict" role="status">
        {verdict(answer, words)}
      </p>
      {besides(answer, associations, words).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {callable.length > 0 && <p>{wayOn(callable, words)}</p>}
      <ul className="find-contacts">
        {callable.map((association) => (
          <Contact key={association.id} association={association} />
        ))}
      </ul>
      {answer.status !== 'outside' && answer.at !== '' && (
        <p className="find-quiet">
          {isKept ? t('find.kept', { day: day(answer.at) }) : t('find.asOf', { day: day(answer.at) })}
        </p>
      )}
      {area !== null && village && village.lon !== null && village.lat !== null && (
        <OnMap
          area={area}
          associations={associations}
          around={answer.associations.map(({ id }) => id)}
          name={name(village.name)}
          at={[village.lon, village.lat]}
          theme={theme}
        />
      )}
      {area !== null && village && <VillageLink area={area} village={village.id} name={name(village.name)} />}
      <button type="button" className="button" onClick={onAgain}>
        {t('find.again')}
      </button>
    </article>
  );
}

/** Loads those of the area, and keeps its plan for when there is no network. */
function useAssociations(area: string | null, isKept: boolean): readonly Association[] {
  const [associations, setAssociations] = useState<readonly Association[]>([]);
  useEffect(() => {
    if (area === null) return;
    let isGone = false;
    void associationsOf(area).then((found) => isGone || setAssociations(found));
    if (!isKept) keepArea(area).catch(() => {});
    return () => {
      isGone = true;
    };
  }, [area, isKept]);
  return associations;
}

function Contact({ association: { name: called, seat, phone } }: { association: Association }) {
  const { t, name } = useFindWords();
  return (
    <li>
      <strong>{name(called)}</strong>
      <span className="find-quiet">{t('find.seat', { place: name(seat.name) })}</span>
      {phone !== null && (
        <a className="button" data-look="primary" href={`tel:${phone}`}>
          {t('find.call', { phone: isolate(phone, 'ltr') })}
        </a>
      )}
    </li>
  );
}

/** Whom to call: those who cover it, and who does beyond a border nearby; in a gap the nearest. */
function toCall({ status, associations, nearest, border }: CoverageAnswer): readonly string[] {
  const own: string[] = associations.map(({ id }) => id);
  if (status === 'gap' && nearest) return [nearest.association];
  return border ? [...own, border.association] : own;
}

function verdict({ status, associations, village }: CoverageAnswer, { t, name, list }: FindWords): string {
  const named = village ? { village: name(village.name) } : {};
  const [first, ...others] = associations.map((one) => name(one.name));
  switch (status) {
    case 'covered':
      if (others.length > 0)
        return t(village ? 'find.shared' : 'find.shared.here', {
          ...named,
          association: first ?? '',
          associations: list([first ?? '', ...others]),
        });
      return t(village ? 'find.covered' : 'find.covered.here', { ...named, association: first ?? '' });
    case 'overlap':
      return t(village ? 'find.overlap' : 'find.overlap.here', { ...named, count: associations.length });
    case 'gap':
      return t(village ? 'find.gap' : 'find.gap.here', named);
    case 'unlocated':
      return t('find.unlocated', named);
    case 'outside':
      return t('find.outside');
  }
}

/** What one can do: call, or go there where no telephone is known. */
function wayOn(associations: readonly Association[], { t }: FindWords): string {
  const reachable = associations.filter(({ phone }) => phone !== null).length;
  return reachable > 0
    ? t('find.ask.phone', { count: reachable })
    : t('find.ask.seat', { count: associations.length });
}

function besides(
  { nearest, border }: CoverageAnswer,
  associations: readonly Association[],
  { t, name, distance }: FindWords,
): string[] {
  const called = (id: string): string | null => {
    const found = associations.find((one) => one.id === id);
    return found ? name(found.name) : null;
  };
  const [nearestName, borderName] = [
    nearest && called(nearest.association),
    border && called(border.association),
  ];
  return [
    ...(nearest && nearestName
      ? [t('find.nearest', { association: nearestName, distance: distance(nearest.distanceKm * 1000) })]
      : []),
    ...(border && borderName
      ? [t('find.border', { association: borderName, distance: distance(border.distanceM) })]
      : []),
  ];
}

interface OnMapProps {
  readonly area: string;
  readonly associations: readonly Association[];
  /** Whose territories are shown; all where it is none. */
  readonly around: readonly string[];
  readonly name: string;
  readonly at: Position;
  readonly theme: Theme;
}

function OnMap({ area, associations, around, name, at, theme }: OnMapProps) {
  const { t } = useFindWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="find-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('find.map')}</summary>
      {isOpen && (
        <SmallMap
          area={area}
          associations={associations}
          around={around}
          village={{ name, at }}
          theme={theme}
        />
      )}
    </details>
  );
}

function VillageLink({ area, village, name }: { area: string; village: string; name: string }) {
  const { t, language } = useFindWords();
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/find/${area}/${village}`;
  return (
    <details className="find-more">
      <summary>{t('find.link')}</summary>
      <p className="find-link" dir="ltr">
        {link}
      </p>
      <QrCode text={link} label={t('find.qr', { village: name })} />
      <a
        className="button"
        href={`/api/v1/areas/${area}/reports/village-card?village=${village}&lang=${language}`}
      >
        {t('find.card')}
      </a>
      <button
        type="button"
        className="button"
        onClick={() => navigator.clipboard?.writeText(link).then(() => setCopied(true))}
      >
        {t('find.link.copy')}
      </button>
      <span role="status">{isCopied ? t('find.link.copied') : ''}</span>
    </details>
  );
}
