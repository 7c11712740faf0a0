import type { AssociationId } from '../model/ids.ts';
import { canonicalShare, type SignedContent } from './canonical-content.ts';

/** Whether the shared zones or the reasons of borders that an association has a part in differ between two contents. */
export function termsChangedFor(
  association: AssociationId,
  before: SignedContent,
  after: SignedContent,
): boolean {
  return termsOf(association, before) !== termsOf(association, after);
}

/** Its share of a content in which nothing is drawn. */
function termsOf(association: AssociationId, content: SignedContent): string {
  return canonicalShare({ ...content, territories: [] }, { association, villages: [] });
}
