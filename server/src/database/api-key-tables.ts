import type { ColumnType } from 'kysely';
import type { Timestamp } from './column-types.ts';

export interface ApiKeyTable {
  area_id: string;
  key_id: string;
  association_id: string;
  title: string;
  secret_digest: string;
  addresses: string[];
  areas: string[] | null;
  created_at: Timestamp;
  last_used_on: ColumnType<string | null, string | null | undefined, string | null>;
}
