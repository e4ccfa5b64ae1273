/* Lets a station's screen start without network: what src/station-screen/screen/keep-page.ts put on the shelf is served when nothing else answers. */
const shelf = 'station-screen'
const page = '/#/station-screen/screen/screen-page'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => opened(pathname)))
  // Named by their content: what is on the shelf is what the server would send.
  else if (/^\/(js|css)\//.test(pathname)) event.respondWith(kept(pathname).then((found) => found || fetch(request)))
})

const kept = (pathname) => caches.open(shelf).then((cache) => cache.match(pathname))

const opened = (pathname) =>
  pathname === '/screen' ? Response.redirect(page) : kept('/').then((found) => found || Response.error())
