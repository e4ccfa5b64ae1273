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
/** How letters look; each size in light and in dark, where only the colours are another. */
const sizes = [
  { name: 'standard', modes: { elder: false, theme: 'system' } },
  { name: 'large letters', modes: { elder: true, theme: 'system' } },
]
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const looks = [
  { colorScheme: 'light', run: { type: 'tag', values: everything } },
  { colorScheme: 'dark', run: { type: 'rule', values: ['color-contrast'] } },
]
/** Pages that slid away stay in the document, hidden; only what is seen is judged. */
const judge = (runOnly) =>
  page.evaluate(async (only) => {
    const seen = [...document.querySelectorAll('.sd-page')].filter((one) => one.getClientRects().length > 0)
    const { violations } = await window.axe.run(seen.at(-1) ?? document, {
      runOnly: only,
    })
    return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`)
  }, runOnly)

/** Another page of the same program without loading it anew; a plain address is loaded. */
const open = async (path) => {
  if (path.startsWith('/#')) await page.evaluate((hash) => window.location.assign(hash), path.slice(1))
  else await visit(path)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
}

let passed = 0
let failed = 0
try {
  await visit('/')
  const pages = mainPages(pathname)
  for (const person of new Set(pages.map(([, who]) => who))) {
    if (person !== undefined) await play(person)
    for (const { name, modes } of sizes) {
      await page.evaluate((kept) => localStorage.setItem('sidan.modes', JSON.stringify({ data: kept })), modes)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await visit('/')
      for (const [title, , path, words] of pages.filter(([, who]) => who === person)) {
        await open(path)
        await page.getByText(words).filter({ visible: true }).first().waitFor()
        for (const { colorScheme, run } of looks) {
          await page.emulateMedia({ colorScheme })
          await page.waitForTimeout(300) // the page slides in, colours settle
          const found = await judge(run)
          if (found.length === 0) passed += 1
          else failed += 1
          for (const line of found) console.error(`${title}, ${name}, ${colorScheme}: ${line}`)
        }
      }
    }
    await page.evaluate(() => localStorage.removeItem('sidan.modes'))
  }
} finally {
  await end()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
