import type { Standing } from '@nitaq/core';
import { Icon, type IconName } from '../icons.tsx';
import { useWords } from '../words.tsx';
import { AssociationName } from './badges.tsx';

const ICONS: Readonly<Record<Standing['standing'], IconName>> = {
  signed: 'check',
  objected: 'close',
  stale: 'undo',
  silent: 'minus',
};

interface StandingListProps {
  readonly standings: readonly Standing[];
  /** Left out: that of a proposal. */
  readonly title?: string;
}

/** How each association that is affected stands to the present content. */
export function StandingList({ standings, title }: StandingListProps) {
  const { t, day } = useWords();
  return (
    <section>
      <h3 className="small-title">{title ?? t('standings.title')}</h3>
      <ul className="people-list">
        {standings.map(({ association, standing, answer }) => (
          <li key={association} className="standing" data-standing={standing}>
            <AssociationName id={association} />
            <span className="standing-word">
              <Icon name={ICONS[standing]} />
              {t(`standings.${standing}`)}
            </span>
            {answer && (
              <span className="quiet block">
                {t('standings.by', { name: answer.by.name, date: day(answer.at) })}
              </span>
            )}
            {answer?.reason && (
              <span className="block">
                <bdi>{answer.reason}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
