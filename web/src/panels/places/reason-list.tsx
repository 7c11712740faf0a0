import type { Reason } from '@nitaq/core';
import { useId } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { PutOnAgenda } from '../meetings/put-on-agenda.tsx';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useArea, useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ReasonForm } from './reason-form.tsx';
import { reasonBorder } from './reason-words.ts';

/** Why the borders of the plan run where they do: read with every plan, written while a draft is drawn. */
export function ReasonList() {
  const { t, number } = useWords();
  const title = useId();
  const store = useAppStore();
  const plan = useOpenPlan()?.id;
  const reasons = useApp((state) => state.reasons);
  const isDrawing = useApp((state) => state.editing !== null);
  const form = useApp((state) => state.reasonForm);
  const hasVertex = useApp(({ editing }) => editing?.tool === 'reshape' && editing.vertex !== null);
  if (reasons.status === 'failed') return <ProblemText problem={reasons.problem} />;
  if (reasons.status === 'loading' || reasons.value?.plan !== plan) return null;
  const { items } = reasons.value ?? { items: [] };
  if (items.length === 0 && !isDrawing) return null;
  // While a draft is drawn it stands before the heading of the plan, else below it.
  const Title = isDrawing ? 'h2' : 'h3';
  return (
    <section className="reasons" aria-labelledby={title}>
      <Title className="section-title" id={title}>
        {t('reasons.title')} <span className="count">{number(items.length)}</span>
      </Title>
      {items.length === 0 && !form && !hasVertex && <p className="quiet">{t('reasons.none')}</p>}
      <ul className="reason-list">
        {items.map((reason) => (
          <li key={reason.id}>
            {form?.reason?.id === reason.id ? (
              <ReasonForm key={reason.id} form={form} />
            ) : (
              <ReasonItem reason={reason} isDrawing={isDrawing} />
            )}
          </li>
        ))}
      </ul>
      <Removed />
      {form && !form.reason && <ReasonForm key={form.key} form={form} />}
      {isDrawing && !form && hasVertex && (
        <Button className="button" onPress={() => store.getState().startReason()}>
          <Icon name="pen" />
          {t('reasons.add')}
        </Button>
      )}
    </section>
  );
}

function ReasonItem({ reason, isDrawing }: { reason: Reason; isDrawing: boolean }) {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const isChosen = useApp((state) => state.chosenReason === reason.id);
  // What is chosen on the map has a card of its own, with the same act.
  const hasNoCard = useApp((state) => state.selection.kind === 'none');
  if (!area) return null;
  const { id, text } = reason;
  return (
    <div className="reason">
      <Button
        className="row-button"
        aria-current={isChosen ? 'true' : 'false'}
        onPress={() => store.getState().showReason(id)}
      >
        <span className="row-text">
          <span className="reason-text" dir="auto">
            {text}
          </span>
          <span className="row-figures">{reasonBorder(reason, area, words)}</span>
        </span>
      </Button>
      {isChosen && hasNoCard && <PutOnAgenda />}
      {isDrawing && (
        <>
          <Button
            className="icon-button"
            aria-label={words.t('reasons.rewrite.of', { text })}
            onPress={() => store.getState().rewriteReason(id)}
          >
            <Icon name="pen" />
          </Button>
          <Button
            className="icon-button"
            aria-label={words.t('reasons.remove.of', { text })}
            onPress={() => void store.getState().removeReason(id)}
          >
            <Icon name="close" />
          </Button>
        </>
      )}
    </div>
  );
}

/** One quiet line about what was just deleted, with the way back beside it. */
function Removed() {
  const { t } = useWords();
  const store = useAppStore();
  const removed = useApp((state) => state.removedReason);
  if (!removed) return null;
  if (removed.problem) return <ProblemText problem={removed.problem} />;
  return (
    <p className="reason-removed" role="status">
      <span>{t('reasons.removed')}</span>
      <Button className="button" data-look="quiet" onPress={() => void store.getState().restoreReason()}>
        {t('place.undo')}
      </Button>
    </p>
  );
}
