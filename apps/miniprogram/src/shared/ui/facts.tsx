import { createElement } from 'react'
import { Box } from './box.tsx'
import './facts.css'

export interface FactsProps {
  /** 想要的时间 → 周四 11月26日 9:00–10:00 */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** Names and values under each other. */
export function Facts({ facts }: FactsProps) {
  if (process.env.TARO_ENV === 'h5') {
    const pairs = facts.map(({ name, value }) =>
      createElement(
        'div',
        { key: name, className: 'sd-fact' },
        createElement('dt', null, name),
        createElement('dd', null, value),
      ),
    )
    return createElement('dl', { className: 'sd-facts' }, pairs)
  }
  return (
    <Box className="sd-facts">
      {facts.map(({ name, value }) => (
        <Box key={name} className="sd-fact">
          <Box className="sd-fact-name">{name}</Box>
          <Box className="sd-fact-value">{value}</Box>
        </Box>
      ))}
    </Box>
  )
}
