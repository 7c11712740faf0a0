import type { ApiKey, ApiKeyInput, MadeApiKey } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** The keys with which programs of an association ask. */
export interface ApiKeysApi {
  apiKeys(area: string, association: string): Promise<Answer<ApiKey[]>>;
  makeApiKey(area: string, association: string, input: ApiKeyInput): Promise<Answer<MadeApiKey>>;
  revokeApiKey(area: string, association: string, key: string): Promise<Answer<unknown>>;
}

/** The keys of the service as the web app uses them. */
export function createApiKeysApi(http: HttpClient): ApiKeysApi {
  return {
    apiKeys: (area, association) =>
      allPages(() =>
        http.GET('/api/v1/areas/{area}/associations/{association}/api-keys', {
          params: { path: { area, association } },
        }),
      ),
    makeApiKey: (area, association, input) =>
      answerOf<MadeApiKey>(
        http.POST('/api/v1/areas/{area}/associations/{association}/api-keys', {
          params: { path: { area, association } },
          body: input,
        }),
      ),
    revokeApiKey: (area, association, key) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/associations/{association}/api-keys/{key}', {
          params: { path: { area, association, key } },
        }),
      ),
  };
}
