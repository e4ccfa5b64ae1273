import type { ReactNode } from 'react'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { StationDrawing } from './station-drawing.tsx'
import './subject.css'

export interface SubjectProps {
  /** A sentence where something happens: 李师傅周四上午来理发. */
  readonly title: string
  /** Part of the title in another colour comes after it: 24 条待审，+ 3 条请您看一眼. */
  readonly stress?: { readonly words: string; readonly tone: 'brand' | 'warm' }
  /** One grey line. */
  readonly line?: string | undefined
  /** Over the title: a `Tag` or `StatusTag`. */
  readonly tag?: ReactNode
  /** Over the title at the right: due time, order number, date. Late turns brick. */
  readonly aside?: string | undefined
  readonly late?: boolean
  /** Beside the words: an `IconTile` or `Avatar` of size l. */
  readonly lead?: ReactNode
  /** At the far right: a figure, a code, a button. */
  readonly end?: ReactNode
  /** `page` the subject of a page (24), `title` of a card that is shown (20), `card` in a list of cards (17). */
  readonly size?: 'page' | 'title' | 'card'
  /** On station pages: the village hall at the right. */
  readonly drawing?: boolean
}

/** What a page or card is about: state and time, name, one grey line. */
export function Subject({
  title,
  stress,
  line,
  tag,
  aside,
  late = false,
  lead,
  end,
  size = 'page',
  drawing = false,
}: SubjectProps) {
  return (
    <Box className={classes('sd-subject', `sd-subject-of-${size}`)}>
      {lead}
      <Box className="sd-subject-words">
        {drawing ? <StationDrawing /> : null}
        {tag || aside ? (
          <Box className="sd-subject-top">
            {tag ?? <Span />}
            {aside ? <Span className={classes('sd-subject-aside', late && 'sd-subject-late')}>{aside}</Span> : null}
          </Box>
        ) : null}
        <Box as="h2" className="sd-subject-title">
          {title}
          {stress ? <Span className={stress.tone === 'brand' ? 'sd-hours' : 'sd-points'}>{stress.words}</Span> : null}
        </Box>
        {line ? <Box className="sd-subject-line">{line}</Box> : null}
      </Box>
      {end}
    </Box>
  )
}
