// The service worker of /__PORTAL__: its pages open without a network. What is asked of the API it leaves alone: what
// somebody works on is kept and sent by the pages.
const CACHE = '__PORTAL__-__VERSION__';
const PORTAL = '/__PORTAL__';
const SHELL = `${PORTAL}/shell`;
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

// A page that was loading while this worker took over is not among those it claimed then.
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === PORTAL || pathname.startsWith(`${PORTAL}/`)))
    event.respondWith(fetch(request).catch(() => caches.match(SHELL)));
  else if (FILES.includes(pathname)) event.respondWith(kept(request));
});

async function kept(request) {
  return (await caches.match(request.url)) ?? (await fetch(request));
}

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('__PORTAL__-') && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}
