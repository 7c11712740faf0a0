import type { AreaEvent, AreaId, RecordEntry, ShelfDocument } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { sha256 } from '../../sha256.ts';
import { type Actor, recordedActorOf } from '../proposals/actor.ts';

interface DocumentNews {
  readonly act: RecordEntry['act'];
  readonly change: Extract<AreaEvent, { kind: 'document' }>['data']['change'];
  readonly document: ShelfDocument;
}

/** Records what was done with a document and tells it, as the last things of its transaction; resolves to the document. */
export async function tell(
  db: Database,
  { area, actor, client }: { readonly area: AreaId; readonly actor: Actor; readonly client: string | null },
  { act, change, document }: DocumentNews,
): Promise<ShelfDocument> {
  const { id, version, title } = document;
  await appendToRecord(db, {
    area,
    actor: recordedActorOf(actor),
    act,
    subject: { kind: 'document', id },
    // What is taken off the shelf is not kept in the record: it knows the title by its hash.
    data: { titleHash: sha256(title) },
  });
  await appendEvent(db, { kind: 'document', data: { area, document: id, change, version, client } });
  return document;
}
