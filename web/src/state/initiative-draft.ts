import {
  type AssociationId,
  type InitiativeContent,
  type InitiativeInput,
  type MilestoneId,
  type MultiPolygon,
  NEED_KINDS,
  type NeedKind,
  type Position,
  RESOURCES,
  type Resource,
  type VillageId,
} from '@nitaq/core';
import { latinDigits } from './coordinates.ts';

type ByResource = Readonly<Record<Resource, string>>;

/** An initiative as it is typed: amounts as texts, an empty one for nothing. */
export interface InitiativeDraft {
  readonly title: string;
  readonly purpose: string;
  readonly lead: AssociationId | null;
  readonly partners: readonly AssociationId[];
  readonly villages: readonly VillageId[];
  readonly place: MultiPolygon | null;
  readonly people: Readonly<Record<NeedKind, string>>;
  readonly budget: ByResource;
  /** What each brings; of those who take no part it is not sent. */
  readonly shares: Readonly<Record<string, ByResource & { readonly note: string }>>;
  readonly milestones: readonly {
    readonly id: MilestoneId;
    readonly title: string;
    readonly dueOn: string;
  }[];
  readonly risks: readonly { readonly key: string; readonly text: string; readonly answer: string }[];
}

/** What keeps a draft from being sent. */
export type DraftFault = 'lead' | 'partners' | 'target' | 'amount' | 'milestone';

const MOST = 1_000_000_000;
const NOTHING: ByResource = { money: '', people: '', goods: '' };
export const NO_SHARE = { ...NOTHING, note: '' };

/** An empty draft, or one of what was written before. Amounts are typed from left to right, in Latin digits. */
export function draftOf(content: InitiativeContent | null, lead: AssociationId | null): InitiativeDraft {
  if (content === null) {
    return {
      title: '',
      purpose: '',
      lead,
      partners: [],
      villages: [],
      place: null,
      people: { orphans: '', widows: '', families: '' },
      budget: NOTHING,
      shares: {},
      milestones: [],
      risks: [],
    };
  }
  const { people, budget } = content;
  return {
    ...content,
    people: {
      orphans: typed(people.orphans),
      widows: typed(people.widows),
      families: typed(people.families),
    },
    budget: { money: typed(budget.money), people: typed(budget.people), goods: typed(budget.goods) },
    shares: sharesOf(content),
    risks: content.risks.map(({ text, answer }, at) => ({ key: `${at}`, text, answer: answer ?? '' })),
  };
}

function sharesOf({ shares }: InitiativeContent): InitiativeDraft['shares'] {
  const all: Record<string, ByResource & { readonly note: string }> = {};
  for (const { association, resource, amount, note } of shares) {
    const before = all[association] ?? NO_SHARE;
    all[association] = { ...before, [resource]: typed(amount), note: note ?? before.note };
  }
  return all;
}

function typed(amount: number): string {
  return amount === 0 ? '' : String(amount);
}

/** An amount as it was typed, in whatever digits; an empty one is 0, and null what is none. */
function amountOf(text: string): number | null {
  const digits = latinDigits(text).replaceAll(/[\s,٬،]/gu, '');
  if (digits === '') return 0;
  return /^\d{1,10}$/.test(digits) && Number(digits) <= MOST ? Number(digits) : null;
}

/** What is sent of a draft, or what keeps it from being sent. */
export function inputOf(draft: InitiativeDraft): InitiativeInput | DraftFault {
  const { lead } = draft;
  if (lead === null) return 'lead';
  const partners = draft.partners.filter((one) => one !== lead);
  if (partners.length === 0) return 'partners';
  if (draft.villages.length === 0 && draft.place === null) return 'target';
  if (draft.milestones.some(({ title, dueOn }) => title.trim() === '' || dueOn === '')) return 'milestone';
  const shares = [lead, ...partners].flatMap((association) => {
    const { note, ...share } = draft.shares[association] ?? NO_SHARE;
    const brought = RESOURCES.map((resource) => ({ resource, amount: amountOf(share[resource]) }));
    const first = brought.find(({ amount }) => amount !== 0)?.resource;
    return brought.flatMap(({ resource, amount }) =>
      amount === 0
        ? []
        : [{ association, resource, amount, note: resource === first ? note.trim() || null : null }],
    );
  });
  const [orphans, widows, families] = NEED_KINDS.map((kind) => amountOf(draft.people[kind]));
  const [money, people, goods] = RESOURCES.map((resource) => amountOf(draft.budget[resource]));
  const sent = shares.flatMap(({ amount, ...share }) => (amount === null ? [] : [{ ...share, amount }]));
  if (
    sent.length < shares.length ||
    orphans == null ||
    widows == null ||
    families == null ||
    money == null ||
    people == null ||
    goods == null
  ) {
    return 'amount';
  }
  return {
    title: draft.title.trim(),
    purpose: draft.purpose.trim(),
    lead,
    partners,
    villages: [...draft.villages],
    place: draft.place,
    people: { orphans, widows, families },
    budget: { money, people, goods },
    shares: sent,
    milestones: draft.milestones.map((one) => ({ ...one, title: one.title.trim() })),
    risks: draft.risks.flatMap(({ text, answer }) =>
      text.trim() === '' ? [] : [{ text: text.trim(), answer: answer.trim() || null }],
    ),
  };
}

/** The area within corners that were drawn; null where these are too few. */
export function areaWithin(corners: readonly Position[]): MultiPolygon | null {
  const [first] = corners;
  if (first === undefined || corners.length < 3) return null;
  return { type: 'MultiPolygon', coordinates: [[[...corners, first]]] };
}
