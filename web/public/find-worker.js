// Keeps the page itself on the phone, so that it opens without a network. What it answers is kept by the page.
const KEPT = 'nitaq-find-page';
const PAGE = '/find';
const SLOW_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(newestPage(request));
  else if (/^\/(?:assets\/|icon|first-paint|find\.webmanifest)/.test(pathname))
    event.respondWith(keptFile(request));
});

/** The page with all files that its text names, and those that these name: parts that come only when asked for. */
async function keepPage() {
  const kept = await caches.open(KEPT);
  const page = await fetch(PAGE, { cache: 'no-cache' });
  if (!page.ok) throw new Error('The page did not come');
  const text = await page.clone().text();
  const named = namesIn(text, /(?:src|href)="(\/[^"]+)"/g);
  await addNewest(kept, named);
  const files = named.filter((address) => /\.(?:js|css)$/.test(address));
  const texts = await Promise.all(files.map(async (address) => (await kept.match(address)).text()));
  const parts = texts
    .flatMap((file) => namesIn(file, /(?:assets\/|\.\/)([\w.-]+\.(?:js|css|woff2))/g))
    .map((name) => `/assets/${name}`);
  await addNewest(kept, parts);
  await kept.put(PAGE, page);
  await forgetOthers(kept, new Set([PAGE, ...named, ...parts]));
}

function namesIn(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
}

/** Files with their content in their names are the same for ever; others may have changed. */
async function addNewest(kept, addresses) {
  const wanted = await Promise.all(
    addresses.map(async (address) =>
      address.startsWith('/assets/') && (await kept.match(address))
        ? []
        : [new Request(address, { cache: 'no-cache' })],
    ),
  );
  await kept.addAll(wanted.flat());
}

/** What an earlier page was made of. */
async function forgetOthers(kept, named) {
  for (const request of await kept.keys())
    if (!named.has(new URL(request.url).pathname)) await kept.delete(request);
}

/** From the network, or what was kept where that fails or is slow. */
async function newestPage(request) {
  const kept = await caches.open(KEPT);
  const fromNetwork = fetch(request).then((page) => {
    if (page.ok) keepPage().catch(() => {});
    return page;
  });
  const late = new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  const soon = await Promise.race([fromNetwork.catch(() => null), late]);
  return soon ?? (await kept.match(PAGE)) ?? fromNetwork;
}

/** As kept with the page that is shown. */
async function keptFile(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known) return known;
  const file = await fetch(request);
  if (file.ok) await kept.put(request, file.clone());
  return file;
}
