import { capacityLoad, type KnownCount } from '@nitaq/core';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.tsx';
import { againstSentence, loadSentence } from './need-words.ts';

/** Of the bar, so that a need over the capacity has room beyond its mark. */
const ROOM = 1.15;

interface NeedBarProps {
  readonly need: KnownCount;
  readonly capacity: number;
}

/** Need against what can be carried: the sure part solid, what bands leave open hatched, the capacity a mark; and in words. */
export function NeedBar({ need, capacity }: NeedBarProps) {
  const words = useWords();
  const load = capacityLoad(need, capacity);
  const warning = loadSentence(load, words);
  const { sure, open, mark } = lengths(need, capacity);
  return (
    <div className="need-load" data-load={load.sure}>
      <div className="need-bar" aria-hidden="true">
        <span className="need-sure" style={{ inlineSize: percent(sure) }} />
        <span
          className="need-open"
          data-endless={need.most === null}
          style={{ insetInlineStart: percent(sure), inlineSize: percent(open) }}
        />
        <span className="need-mark" style={{ insetInlineStart: percent(mark) }} />
      </div>
      <p className="need-line">{againstSentence(need, capacity, words)}</p>
      {warning !== null && (
        <p className="need-warning">
          <Icon name="info" />
          <span>{warning}</span>
        </p>
      )}
    </div>
  );
}

/** As parts of the bar's length. */
function lengths({ least, most }: KnownCount, capacity: number) {
  const whole = Math.max(capacity * ROOM, (most ?? least * ROOM) * 1.02, 1);
  return {
    sure: least / whole,
    open: most === null ? 1 - least / whole : (most - least) / whole,
    mark: capacity / whole,
  };
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
