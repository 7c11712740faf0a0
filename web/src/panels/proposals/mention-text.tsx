import type { PersonId } from '@nitaq/core';
import { mentionPieces } from '../../state/mentions.ts';
import { useApp } from '../use-app.ts';
import { useColleagues } from './use-colleagues.ts';

/** What somebody said, with those whom they mention told apart. */
export function MentionText({ text, mentions }: { text: string; mentions: readonly PersonId[] }) {
  const colleagues = useColleagues();
  const own = useApp((state) => state.session?.person?.name ?? null);
  const mentioned = colleagues.filter(({ id }) => mentions.includes(id));
  return (
    <bdi className="block comment-text">
      {mentionPieces(text, mentioned).map((piece) =>
        piece.isMention ? (
          <bdi key={piece.at} className="mention" data-own={piece.text === `@${own}`}>
            {piece.text}
          </bdi>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
