/** `pnpm docs:orders`: draws docs/orders.md from the table by which orders move; a test says when it must be run. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { tsImport } from 'tsx/esm/api'

export const page = 'docs/orders.md'

/** The page: one arrow per pair of states, naming who may do what, and the moves as a table. */
export async function drawOrders() {
  const { orderMoves, orderStates, endStates } = await tsImport(
    '../packages/types/src/order-states.ts',
    import.meta.url,
  )
  const arrows = new Map()
  for (const { from, to, verb, who } of orderMoves) {
    const arrow = `${from} --> ${to}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), `${verb} (${who})`])
  }
  const rows = orderStates.flatMap((state) =>
    orderMoves
      .filter(({ from }) => from === state)
      .map(({ verb, who, to }) => `| ${state} | ${verb} | ${who} | ${to} |`),
  )
  return `# How an order moves

Drawn by \`pnpm docs:orders\` from \`packages/types/src/order-states.ts\`, the one table that server and client decide by: change it there. Which of the staff may act, and whether there is triage at all, is the county's policy; escalation is a level beside the state.

\`\`\`mermaid
stateDiagram-v2
  [*] --> submitted: submit (requester)
${[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(', ')}`).join('\n')}
${endStates.map((state) => `  ${state} --> [*]`).join('\n')}
\`\`\`

| in state | verb | who | becomes |
|---|---|---|---|
${rows.join('\n')}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(page, await drawOrders())
