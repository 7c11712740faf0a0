import type { ApiKey, ApiKeyAddress } from '@nitaq/core';
import type { Answer, Problem } from '../api/problem.ts';

/** What a key is made for. */
export interface KeyWish {
  readonly title: string;
  readonly addresses: readonly ApiKeyAddress[];
  /** Whether it asks about the open area alone. */
  readonly onlyHere: boolean;
}

export interface ApiKeysSlice {
  /** Those of the own association; null: not loaded. */
  readonly apiKeys: readonly ApiKey[] | null;
  loadApiKeys(): Promise<Problem | null>;
  /** Makes a key; the secret is for whoever asks, and kept nowhere. */
  makeApiKey(wish: KeyWish): Promise<Answer<string>>;
  revokeApiKey(key: string): Promise<Problem | null>;
}
