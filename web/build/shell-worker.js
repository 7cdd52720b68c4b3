// The service worker of /apply: its pages open without a network. What is asked of the API it leaves alone: drafts are
// kept and sent by the pages.
const CACHE = 'apply-__VERSION__';
const SHELL = '/apply';
const FILES = ['__FILES__'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([SHELL, '/icon.svg', ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOlder().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === SHELL || pathname.startsWith(`${SHELL}/`)))
    event.respondWith(fetch(request).catch(() => caches.match(SHELL)));
  else if (FILES.includes(pathname)) event.respondWith(kept(request));
});

async function kept(request) {
  return (await caches.match(request.url)) ?? (await fetch(request));
}

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('apply-') && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}
