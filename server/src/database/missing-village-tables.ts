import type { Generated } from 'kysely';
import type { Geometry, Timestamp } from './column-types.ts';

export interface MissingVillageTable {
  area_id: string;
  missing_id: string;
  name: string;
  location: Geometry | null;
  words: Generated<string[]>;
  reports: Generated<number>;
  reported_at: Timestamp;
  version: Generated<number>;
}

export interface CreationKeyTable {
  area_id: string;
  kind: 'village' | 'missing-village' | 'initiative' | 'document';
  idempotency_key: string;
  request_digest: string;
  made_id: string;
  made_at: Timestamp;
}
