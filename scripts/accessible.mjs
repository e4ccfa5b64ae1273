/** What axe finds on every main page, in both sizes of letters: nothing. Real Chromium, the built program. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { startJourney } from './journey-browser.mjs'
import { handsOn } from './journey-hands.mjs'
import { mainPages } from './main-pages.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { link, page, end } = await startJourney()
const { origin, pathname } = new URL(link)
const { play, visit } = handsOn(page, origin)
// So tall that nothing is covered by the bars that stick to its edges.
await page.setViewportSize({ width: 375, height: 4000 })
const looks = [
  { name: 'standard', modes: { elder: false, theme: 'light' } },
  { name: 'dark', modes: { elder: false, theme: 'dark' } },
  { name: 'large letters', modes: { elder: true, theme: 'light' } },
]
/** Pages that slid away stay in the document, hidden; only what is seen is judged. */
const judge = () =>
  page.evaluate(async () => {
    const seen = [...document.querySelectorAll('.sd-page')].filter((one) => one.getClientRects().length > 0)
    const { violations } = await window.axe.run(seen.at(-1) ?? document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`)
  })

let passed = 0
let failed = 0
try {
  let who
  await page.goto(origin)
  for (const [title, person, path, words] of mainPages(pathname)) {
    if (person !== who && person !== undefined) await play(person)
    who = person
    for (const { name, modes } of looks) {
      await page.evaluate((kept) => localStorage.setItem('sidan.modes', JSON.stringify({ data: kept })), modes)
      await visit(path)
      await page.getByText(words).filter({ visible: true }).first().waitFor()
      await page.waitForTimeout(350) // the page slides in, colours settle
      await page.evaluate(axe)
      const found = await judge()
      if (found.length === 0) passed += 1
      else failed += 1
      for (const line of found) console.error(`${title}, ${name}: ${line}`)
    }
    await page.evaluate(() => localStorage.removeItem('sidan.modes'))
  }
} finally {
  await end()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
