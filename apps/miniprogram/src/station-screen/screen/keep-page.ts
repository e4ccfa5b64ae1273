/**
 * Keeps the page itself in the browser, so that a screen which is switched off and on starts without network. Browsers allow it on https alone; elsewhere
 * a page that is open goes on, and only a new start needs the network.
 */
const shelf = 'station-screen'

/** Puts everything that was loaded on the shelf from which /keeps-page.js serves, and takes off what is no longer needed. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  try {
    await navigator.serviceWorker.register('/keeps-page.js')
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
    const files = loaded.filter(({ origin, pathname }) => origin === location.origin && /^\/(js|css)\//.test(pathname))
    const wanted = ['/', ...files.map(({ pathname }) => pathname)]
    const cache = await caches.open(shelf)
    await cache.addAll(wanted)
    for (const { url } of await cache.keys()) if (!wanted.includes(new URL(url).pathname)) await cache.delete(url)
  } catch {
    // Full, forbidden, or the network went just now: the next start with network tries again.
  }
}
