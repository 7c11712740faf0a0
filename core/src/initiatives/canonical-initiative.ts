import type { InitiativeContent } from '../model/initiative.ts';
import { canonicalTerritory, sortedTexts } from '../negotiation/canonical-content.ts';

/** Named in each text, so that a later form is never taken for this one. */
const FORM = 'nitaq-initiative-1';

/**
 * The content of an initiative as one text, the same however it was written down; what associations approve is the SHA-256
 * of its UTF-8 bytes. The order of lists says nothing.
 */
export function canonicalInitiative(content: InitiativeContent): string {
  const { title, purpose, lead, partners, villages, place, people, budget } = content;
  return JSON.stringify([
    FORM,
    title,
    purpose,
    lead,
    [...partners].sort(),
    [...villages].sort(),
    canonicalTerritory(place),
    [people.orphans, people.widows, people.families],
    [budget.money, budget.people, budget.goods],
    sortedTexts(
      content.shares.map(({ association, resource, amount, note }) => [association, resource, amount, note]),
    ),
    sortedTexts(content.milestones.map(({ id, title: what, dueOn }) => [id, what, dueOn])),
    sortedTexts(content.risks.map(({ text, answer }) => [text, answer])),
  ]);
}
