/**
 * H5: a dialog that is open is one more entry in the browser's history, so that back closes it. Leaving that entry must not reach the router, which would
 * build the page anew and lose what was filled in. On the window listeners run in the order in which they were added, whatever phase they ask for:
 * this module listens once, and the app imports it before there is a router.
 */

interface Entry {
  readonly own: string
  readonly onBack: () => void
}

/** Dialogs with an entry, the latest last. */
const open: Entry[] = []
/** Dialogs that opened while the entry of another was still being taken out. */
const waiting: Entry[] = []
/** The entry of a dialog that was just closed is still being taken out. */
let leaving = false
let opened = 0

const ownOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && 'sheet' in state ? state.sheet : undefined

/** Puts one entry into the history; leaving it by back calls `onBack`, ending it otherwise takes the entry out again. */
export function catchBack(onBack: () => void): () => void {
  opened += 1
  const entry = { own: `sheet-${opened}`, onBack }
  if (leaving) waiting.push(entry)
  else enter(entry)
  return () => {
    takeOut(waiting, entry)
    takeOut(open, entry)
    if (ownOf(window.history.state) !== entry.own) return
    leaving = true
    window.history.back()
  }
}

function enter(entry: Entry): void {
  open.push(entry)
  window.history.pushState({ ...window.history.state, sheet: entry.own }, '', window.location.href)
}

function takeOut(entries: Entry[], entry: Entry): void {
  const at = entries.indexOf(entry)
  if (at >= 0) entries.splice(at, 1)
}

function popped(event: PopStateEvent): void {
  const top = open[open.length - 1]
  if (!leaving && (!top || ownOf(event.state) === top.own)) return
  event.stopImmediatePropagation()
  if (!leaving) {
    open.pop()
    top?.onBack()
    return
  }
  leaving = false
  for (const entry of waiting.splice(0)) enter(entry)
}

if (process.env.TARO_ENV === 'h5') window.addEventListener('popstate', popped, true)
