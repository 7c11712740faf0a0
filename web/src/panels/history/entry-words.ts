import { type AssociationId, type Proposal, type RecordEntry, ROLES } from '@nitaq/core';
import type { AreaData } from '../../state/app-state.ts';
import { roleWords } from '../people/role-words.ts';
import type { Words } from '../words.tsx';

/** What the ids in an entry stand for. */
export interface Named {
  readonly area: AreaData;
  readonly proposals: readonly Proposal[];
  readonly names: ReadonlyMap<string, string>;
  /** What associations and villages of other areas are called. */
  readonly elsewhere: Readonly<Record<'association' | 'village', (id: string) => string>>;
}

/** What happened, as a sentence. */
export function entrySentence(entry: RecordEntry, named: Named, words: Words): string {
  const { act, subject, data } = entry;
  const { t, list, round, number } = words;
  const text = (key: string) => (typeof data[key] === 'string' ? String(data[key]) : '');
  const isHere = entry.area === named.area.area.id;
  const association = (id: string) =>
    isHere || id === ''
      ? nameIn(named.area.associations, id, words)
      : named.elsewhere.association(`${entry.area}/${id}`);
  const village = (id: string) =>
    isHere ? nameIn(named.area.villages, id, words) : named.elsewhere.village(`${entry.area}/${id}`);
  const quoted = (title: string | undefined) => title && t('history.quoted', { title });
  const planId = subject.kind === 'plan' ? subject.id : text('plan');
  return t(`history.${act}`, {
    who: whoDid(entry, named, words),
    // By the title that it had then, where the entry says it.
    plan:
      quoted(titleIn(data.title, words) ?? nameIn(named.area.plans, planId, words)) ??
      t('history.unknown.plan'),
    proposal:
      quoted(titleIn(data.title, words) ?? proposalTitle(subject.id, named, words)) ??
      t('history.unknown.proposal'),
    initiative: quoted(titleIn(data.title, words)) ?? '',
    other: quoted(proposalTitle(text('by'), named, words)) ?? t('history.unknown.proposal'),
    association: association(subject.kind === 'association' ? subject.id : text('association')) ?? '',
    reader: association(text('reader')) ?? '',
    associations: list(keysOf(data.territories).map((id) => association(id) ?? id)),
    village: village(text('village') || subject.id) ?? subject.id,
    person: named.names.get(subject.id) ?? t('history.unnamed'),
    role: roleIn(data, named.area, words),
    text: text('text'),
    round: text('round') === '' ? '' : round(text('round')),
    revision: typeof data.revision === 'number' ? number(data.revision) : '',
    decision: subject.kind === 'decision' ? number(Number(subject.id)) : '',
    date: dateIn(text('inForceFrom') || text('until') || text('startsAt'), words),
  });
}

/** Who did it, by name where that is known. */
function whoDid({ person, role, area: where }: RecordEntry, { names, area }: Named, words: Words): string {
  if (person === null) return words.t('history.service');
  const unknown = where === area.area.id ? 'history.somebody' : 'history.elsewhere';
  return names.get(person) ?? words.t(unknown, { role: roleIn({ role }, area, words) });
}

function proposalTitle(id: string, { proposals }: Named, { name }: Words): string | undefined {
  const found = proposals.find((proposal) => proposal.id === id);
  return found && name(found.title);
}

interface Nameable {
  readonly id: string;
  readonly name?: { readonly ar: string; readonly en: string };
  readonly title?: { readonly ar: string; readonly en: string };
}

function nameIn(things: readonly Nameable[], id: string, { language }: Words): string | undefined {
  const found = things.find((one) => one.id === id);
  return (found?.name ?? found?.title)?.[language];
}

/** A title that the entry itself holds. */
function titleIn(title: unknown, { language }: Words): string | undefined {
  if (typeof title === 'string') return title;
  const found = Object.entries(title ?? {}).find(([key]) => key === language)?.[1];
  return typeof found === 'string' ? found : undefined;
}

function roleIn(data: RecordEntry['data'], area: AreaData, words: Words): string {
  const role = ROLES.find((one) => one === data.role);
  if (role === undefined) return '';
  const association = area.associations.find(({ id }) => id === data.association)?.id ?? null;
  return roleWords({ role, association: association satisfies AssociationId | null }, area, words);
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function dateIn(instant: string, { day }: Words): string {
  return instant === '' ? '' : day(instant);
}
