import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from './words.tsx';

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A list with its title and how many it has. */
export function Section({ title, count, children }: SectionProps) {
  const { number } = useWords();
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h3 className="section-title" id={id}>
        {title} <span className="count">{number(count)}</span>
      </h3>
      {children}
    </section>
  );
}

/** So many rows are drawn wherever they are. */
const FEW_ROWS = 20;

/**
 * For an element that holds some rows of a list: in a long one they are not drawn while they are out of sight. Their height is
 * a guess until they are, so that what is below moves when they come into sight: a short list does without.
 */
export function someRows(count: number, inAll = count): { style?: CSSProperties; 'data-some-rows'?: true } {
  if (inAll <= FEW_ROWS) return {};
  const style: CSSProperties & Record<'--rows', number> = { '--rows': count };
  return { style, 'data-some-rows': true };
}

/** A long list in parts, each of which may be left out of sight, or as it is, by itself. */
export function inGroups<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / FEW_ROWS) }, (_, i) =>
    items.slice(i * FEW_ROWS, (i + 1) * FEW_ROWS),
  );
}

const SHOWN_AT_FIRST = 6;

interface ShortListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** The first few of a long list, and all of it on request. */
export function ShortList<T>({ items, keyOf, children }: ShortListProps<T>) {
  const { t, number } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className="rows">
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > SHOWN_AT_FIRST && (
        <Button className="button" data-look="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t('face.showFewer') : t('face.showAll', { count: number(items.length) })}
        </Button>
      )}
    </>
  );
}
