import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { catchBack } from './back-entries.ts'

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
