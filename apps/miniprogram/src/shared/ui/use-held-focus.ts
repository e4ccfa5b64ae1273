import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const focusable =
  'button:not([disabled]):not([tabindex="-1"]), a[href], input:not([disabled]), textarea, select, [tabindex="0"]'

/**
 * H5: keeps the keyboard inside an open dialog, closes it by Escape and by the browser's back, and gives focus back to where it was.
 * Back is one extra entry in the history while the dialog is open; the router never sees it leave.
 * @returns the dialog's `onKeyDown`
 */
export function useHeldFocus(panel: RefObject<HTMLElement>, onClose: () => void): (event: KeyboardEvent) => void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [panel])
  useEffect(() => catchBack(() => close.current()), [])
  return (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close.current()
    }
    if (event.key === 'Tab' && panel.current) keepInside(event, panel.current)
  }
}

function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = Array.from(panel.querySelectorAll<HTMLElement>(focusable))
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const [at, outside] = [document.activeElement, !panel.contains(document.activeElement)]
  if (!first || !last) {
    event.preventDefault()
  } else if (event.shiftKey && (at === first || at === panel || outside)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && (at === last || outside)) {
    event.preventDefault()
    first.focus()
  }
}

let opened = 0
/** The entry of a dialog that was just closed is still being taken out. */
let leaving = false

/**
 * Puts one entry into the history; leaving it by back calls `onBack`, ending it otherwise takes the entry out again. Taking out needs a moment: a dialog
 * that opens meanwhile waits for it, or its own entry would be the one that goes.
 */
function catchBack(onBack: () => void): () => void {
  opened += 1
  const own = `sheet-${opened}`
  const back = (event: PopStateEvent) => {
    event.stopImmediatePropagation()
    window.removeEventListener('popstate', back, true)
    onBack()
  }
  const enter = () => {
    window.history.pushState({ ...window.history.state, sheet: own }, '', window.location.href)
    window.addEventListener('popstate', back, true)
  }
  if (leaving) window.addEventListener('popstate', enter, { once: true, capture: true })
  else enter()
  return () => {
    window.removeEventListener('popstate', enter, true)
    window.removeEventListener('popstate', back, true)
    if (window.history.state?.sheet === own) leave()
  }
}

function leave(): void {
  leaving = true
  // The router's listener does not capture and never hears of it; a dialog that waits does, and takes its turn.
  window.addEventListener(
    'popstate',
    (event) => {
      leaving = false
      event.stopPropagation()
    },
    { capture: true, once: true },
  )
  window.history.back()
}
