import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Mark } from './mark.tsx'
import { Press } from './press.tsx'
import './desk.css'

export interface DeskBarProps {
  /** 新市街道实践所 */
  readonly unit: string
  readonly places: readonly { readonly key: string; readonly word: string }[]
  readonly current: string
  readonly onOpen: (key: string) => void
  /** A search `Field` without visible label. */
  readonly search?: ReactNode
  readonly person: string
}

/** The bar over a desk of 1024 px and more: mark, unit, places, search, who is signed in. */
export function DeskBar({ unit, places, current, onOpen, search, person }: DeskBarProps) {
  return (
    <Box as="header" className="sd-desk-bar">
      <Mark />
      <Box className="sd-desk-unit">{unit}</Box>
      <Box as="nav" className="sd-desk-places" label="主要页面">
        {places.map(({ key, word }) => (
          <Press
            key={key}
            className={classes('sd-desk-place', key === current && 'sd-desk-place-current')}
            onPress={() => onOpen(key)}
            {...(key === current ? { current: 'page' as const } : {})}
          >
            {word}
          </Press>
        ))}
      </Box>
      <Box className="sd-desk-search">{search}</Box>
      <Avatar name={person} />
      <Span className="t-small">{person}</Span>
    </Box>
  )
}

export interface TwoPanesProps {
  /** 456 wide, white. */
  readonly list: ReactNode
  /** At the list's foot: what is chosen, which keys there are. */
  readonly listFoot?: ReactNode
  readonly detail: ReactNode
  /** `BottomBar` of the detail. */
  readonly bar?: ReactNode
}

/** List and detail side by side; each scrolls by itself. */
export function TwoPanes({ list, listFoot, detail, bar }: TwoPanesProps) {
  return (
    <Box className="sd-panes">
      <Box className="sd-pane sd-pane-list">
        <Box className="sd-pane-body">{list}</Box>
        {listFoot ? <Box className="sd-pane-foot">{listFoot}</Box> : null}
      </Box>
      <Box className="sd-pane sd-pane-detail">
        <Box className="sd-pane-body">{detail}</Box>
        {bar}
      </Box>
    </Box>
  )
}
