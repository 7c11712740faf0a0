import { broughtShare, type InitiativeContent, missingShare, partiesOf, RESOURCES } from '@nitaq/core';
import { AssociationName } from '../coverage/badges.tsx';
import { useWords } from '../words.tsx';
import { amountWords } from './initiative-words.ts';

/** What an initiative takes, what of it is brought, and who brings what. */
export function BudgetTable({ content }: { content: InitiativeContent }) {
  const words = useWords();
  const { t } = words;
  const asked = RESOURCES.filter(
    (resource) => content.budget[resource] > 0 || content.shares.some((one) => one.resource === resource),
  );
  if (asked.length === 0) return null;
  return (
    <section>
      <h3 className="small-title">{t('initiatives.budget')}</h3>
      <table className="initiative-table">
        <thead>
          <tr>
            <th scope="col">{t('initiatives.budget.part')}</th>
            <th scope="col">{t('initiatives.budget.needed')}</th>
            <th scope="col">{t('initiatives.budget.brought')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((resource) => (
            <tr key={resource} data-short={missingShare(content, resource) > 0}>
              <th scope="row">{t(`initiatives.resource.${resource}`)}</th>
              <td>{words.number(content.budget[resource])}</td>
              <td>{words.number(broughtShare(content, resource))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="people-list">
        {partiesOf(content).map((association) => (
          <li key={association}>
            <AssociationName id={association} />
            <Shares content={content} association={association} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shares({ content, association }: { content: InitiativeContent; association: string }) {
  const words = useWords();
  const { t, list } = words;
  const shares = content.shares.filter((share) => share.association === association);
  if (shares.length === 0) return null;
  const said = shares.map(({ resource, amount, note }) => {
    const brought = amountWords(resource, amount, words);
    return note === null ? brought : t('initiatives.share', { amount: brought, note });
  });
  return <span className="quiet block">{list(said)}</span>;
}
