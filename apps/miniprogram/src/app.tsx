import type { PropsWithChildren } from 'react'
import './shared/ui/tokens.css'
import './shared/view/ui.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
