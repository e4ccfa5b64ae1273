import type { PropsWithChildren } from 'react'
import './shared/ui/back-entries.ts'
import './shared/ui/tokens.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
