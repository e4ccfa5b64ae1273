import { Span } from './box.tsx'
import './key-hint.css'

/** Desk only: the key that does the same, in a small frame; hidden elsewhere. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <Span className="sd-key" hidden>
      {children}
    </Span>
  )
}
