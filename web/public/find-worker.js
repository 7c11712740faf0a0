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
  await addMissing(kept, named);
  const files = named.filter((address) => /\.(?:js|css)$/.test(address));
  const texts = await Promise.all(files.map(async (address) => (await kept.match(address)).text()));
  await addMissing(
    kept,
    texts.flatMap((file) => namesIn(file, /(assets\/[\w.-]+\.(?:js|css|woff2))/g)).map((name) => `/${name}`),
  );
  await kept.put(PAGE, page);
}

function namesIn(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
}

async function addMissing(kept, addresses) {
  const missing = await Promise.all(
    addresses.map(async (address) => ((await kept.match(address)) ? [] : [address])),
  );
  await kept.addAll(missing.flat());
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

/** Files have their content in their names, or hardly ever change. */
async function keptFile(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known) return known;
  const file = await fetch(request);
  if (file.ok) await kept.put(request, file.clone());
  return file;
}
