import { allPages, answerOf, type HttpClient } from './http.ts';
import type { ProposalAt, ProposalsApi, ThreadAt } from './proposals-api.ts';

/** Proposals as the web app uses them. */
export function createProposalsApi(http: HttpClient): ProposalsApi {
  return {
    proposals: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/proposals', { params: { path: { area } } })),
    proposal: (area, proposal) =>
      answerOf(
        http.GET('/api/v1/areas/{area}/proposals/{proposal}', { params: { path: { area, proposal } } }),
      ),
    proposalChanges: (area, proposal) =>
      answerOf(
        http.GET('/api/v1/areas/{area}/proposals/{proposal}/changes', {
          params: { path: { area, proposal } },
        }),
      ),
    openProposal: (area, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals', {
          params: { path: { area }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    reviseProposal: (at, draft) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals/{proposal}/revisions', {
          params: paramsOf(at),
          body: { draft },
        }),
      ),
    answerProposal: (area, proposal, association, body) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/proposals/{proposal}/answers/{association}', {
          params: { path: { area, proposal, association } },
          body,
        }),
      ),
    rebasePreview: (area, proposal) =>
      answerOf(
        http.GET('/api/v1/areas/{area}/proposals/{proposal}/rebase', {
          params: { path: { area, proposal } },
        }),
      ),
    draftRebase: (area, proposal) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals/{proposal}/rebase/draft', {
          params: { path: { area, proposal } },
        }),
      ),
    rebaseProposal: (at) =>
      answerOf(http.POST('/api/v1/areas/{area}/proposals/{proposal}/rebase', { params: paramsOf(at) })),
    withdrawProposal: (at) =>
      answerOf(http.POST('/api/v1/areas/{area}/proposals/{proposal}/withdrawal', { params: paramsOf(at) })),
    enactProposal: (at, from) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals/{proposal}/enactment', {
          params: paramsOf(at),
          body: { from },
        }),
      ),
    threads: (area, proposal) =>
      allPages(() =>
        http.GET('/api/v1/areas/{area}/proposals/{proposal}/threads', {
          params: { path: { area, proposal } },
        }),
      ),
    startThread: (area, proposal, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals/{proposal}/threads', {
          params: { path: { area, proposal }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    addComment: (at, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/proposals/{proposal}/threads/{thread}/comments', {
          params: { path: threadPath(at), header: { 'idempotency-key': key } },
          body,
        }),
      ),
    resolveThread: (at, resolved) =>
      answerOf(
        http.PATCH('/api/v1/areas/{area}/proposals/{proposal}/threads/{thread}', {
          params: { path: threadPath(at), header: { 'if-match': `"${at.version}"` } },
          body: { resolved },
        }),
      ),
  };
}

function paramsOf({ area, id, version }: ProposalAt) {
  return { path: { area, proposal: id }, header: { 'if-match': `"${version}"` } };
}

function threadPath({ area, proposal, id }: ThreadAt) {
  return { area, proposal, thread: id };
}
