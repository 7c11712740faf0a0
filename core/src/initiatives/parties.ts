import type { AssociationId } from '../model/ids.ts';
import type { InitiativeContent } from '../model/initiative.ts';
import { areaNamed } from './named-things.ts';

/** Everyone whose approval an initiative needs: its lead and its partners, in the order of their ids. */
export function partiesOf({ lead, partners }: Pick<InitiativeContent, 'lead' | 'partners'>): AssociationId[] {
  return [...new Set([lead, ...partners])].sort();
}

/**
 * The content without a partner, what it would have brought, and the villages of its area where that takes no part any
 * more; null where none would be left beside the lead.
 */
export function withoutPartner(
  content: InitiativeContent,
  association: AssociationId,
): InitiativeContent | null {
  const partners = content.partners.filter((one) => one !== association);
  if (partners.length === 0) return null;
  const area = areaNamed(association);
  const isAreaLeft = area !== null && ![content.lead, ...partners].some((one) => areaNamed(one) === area);
  return {
    ...content,
    partners,
    villages: content.villages.filter((village) => !isAreaLeft || areaNamed(village) !== area),
    shares: content.shares.filter((share) => share.association !== association),
  };
}
