import createClient from 'openapi-fetch';

/** A client of a service, as `index.d.ts` describes it. Plain JavaScript, so that the package runs as it is published. */
export function createNitaqClient({ key, ...options }) {
  const client = createClient(options);
  if (key !== undefined) {
    client.use({
      onRequest({ request }) {
        request.headers.set('authorization', `Bearer ${key}`);
        return request;
      },
    });
  }
  return client;
}
