import type { DocumentLink, ShelfDocument } from '@nitaq/core';
import { ProblemText } from '../problem-text.tsx';
import { useApp } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DocumentForm } from './document-form.tsx';
import { DocumentRow } from './document-row.tsx';

interface AttachedDocumentsProps {
  readonly documents: readonly ShelfDocument[];
  readonly link: DocumentLink;
}

/** What there is on the shelf about something, and a form to add to it. */
export function AttachedDocuments({ documents, link }: AttachedDocumentsProps) {
  const { t } = useWords();
  const problem = useApp((state) => state.shelfProblem);
  return (
    <section>
      <h3 className="small-title">{t('shelf.of')}</h3>
      {documents.length === 0 && <p className="quiet">{t('shelf.of.none')}</p>}
      <ul className="people-list">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentRow document={document} />
          </li>
        ))}
      </ul>
      {problem && <ProblemText problem={problem} />}
      <DocumentForm link={link} />
    </section>
  );
}
