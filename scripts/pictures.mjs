/** Pictures of the main pages as they stand: phone, narrow phone, elder mode, dark, desk. `node scripts/pictures.mjs <folder> [look]` */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startJourney } from './journey-browser.mjs'
import { handsOn } from './journey-hands.mjs'
import { mainPages } from './main-pages.mjs'

const folder = process.argv[2] ?? 'docs/screens'
const looks = {
  phone: { width: 375, height: 812, modes: { elder: false, theme: 'light' } },
  narrow: { width: 320, height: 640, modes: { elder: false, theme: 'light' } },
  elder: { width: 320, height: 640, modes: { elder: true, theme: 'light' } },
  'elder-phone': { width: 375, height: 812, modes: { elder: true, theme: 'light' } },
  dark: { width: 375, height: 812, modes: { elder: false, theme: 'dark' } },
  desk: { width: 1280, height: 800, modes: { elder: false, theme: 'light' } },
}
const { link, page, end } = await startJourney()
const { origin, pathname } = new URL(link)
mkdirSync(folder, { recursive: true })

try {
  for (const [name, look] of Object.entries(looks).filter(([name]) => !process.argv[3] || name === process.argv[3])) {
    const { modes, ...size } = look
    await page.setViewportSize(size)
    const { play, visit } = handsOn(page, origin)
    await page.goto(origin)
    await page.evaluate(() => localStorage.clear())
    let who
    for (const [title, person, path, words] of mainPages(pathname)) {
      if (person !== who && person !== undefined) await play(person)
      who = person
      await page.evaluate((kept) => localStorage.setItem('sidan.modes', JSON.stringify({ data: kept })), modes)
      await visit(path)
      await page
        .getByText(words)
        .filter({ visible: true })
        .first()
        .waitFor({ state: 'attached' })
        .catch(() => console.error(`${name} ${title}: no ${words}`))
      await page.waitForTimeout(400)
      await page.screenshot({ path: join(folder, `${title}-${name}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (wide) console.error(`${name} ${title}: wider than the screen`)
    }
  }
} finally {
  await end()
}
