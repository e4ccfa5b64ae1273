import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { Press } from './press.tsx'
import './tab-bar.css'

export interface Tab {
  readonly key: string
  readonly word: string
  readonly icon: IconName
  /** How many things wait for this very person; nothing else earns a badge. */
  readonly waiting?: number
}

export interface TabBarProps {
  /** Four; three in elder mode. */
  readonly tabs: readonly Tab[]
  readonly current: string
  readonly onOpen: (key: string) => void
}

/** The bar at the foot of the tab pages. */
export function TabBar({ tabs, current, onOpen }: TabBarProps) {
  return (
    <Box as="nav" className="sd-tabbar" label="主要页面">
      {tabs.map(({ key, word, icon, waiting = 0 }) => (
        <Press
          key={key}
          className={classes('sd-tab', key === current && 'sd-tab-current')}
          onPress={() => onOpen(key)}
          {...(key === current ? { current: 'page' as const } : {})}
        >
          <Box className="sd-tab-icon">
            <Icon name={icon} />
            {waiting > 0 ? (
              <Span className="sd-tab-waiting" hidden>
                {waiting > 99 ? '99+' : String(waiting)}
              </Span>
            ) : null}
          </Box>
          <Span className="sd-tab-word">{word}</Span>
          {waiting > 0 ? <Span className="sd-spoken">{`，${waiting} 件等您`}</Span> : null}
        </Press>
      ))}
    </Box>
  )
}
