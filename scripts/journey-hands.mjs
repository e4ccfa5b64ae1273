/** What somebody in front of the page can do: look for words, press what is named, type into what is labelled; of what is visible only. */
import { join } from 'node:path'

/** @param pictures folder for screenshots; undefined takes none */
export function handsOn(page, origin, pictures) {
  const shown = (text) => page.getByText(text).filter({ visible: true }).first().waitFor()
  const tap = async (name, nth = 0) => page.getByRole('button', { name }).filter({ visible: true }).nth(nth).click()
  const choose = async (name) => page.getByRole('radio', { name }).filter({ visible: true }).first().click()
  const type = async (label, text) => page.getByLabel(label).filter({ visible: true }).first().fill(text)
  const writes = new Set()
  page.on('request', (request) => request.method() === 'POST' && writes.add(request))
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => writes.delete(request))
  /** Nobody walks away while something is being sent. Leaves first: a page that is still moving about would abort the way to the next. */
  const visit = async (path) => {
    do await page.waitForTimeout(30)
    while (writes.size > 0)
    await page.goto('about:blank')
    await page.goto(`${origin}${path}`)
  }
  /** Signs in as one of the demo's people, as somebody who comes for the first time. */
  const play = async (person, county = '京山市') => {
    await visit('/')
    await page.evaluate(() => {
      const modes = localStorage.getItem('sidan.modes')
      localStorage.clear()
      if (modes) localStorage.setItem('sidan.modes', modes)
    })
    await visit('/')
    await tap(new RegExp(`^${county}`))
    await enterAs(person)
    await shown(`${person}，`)
  }
  const enterAs = (person) => tap(`就他，${person}`)
  const picture = async (name, fullPage = false) => {
    if (!pictures) return
    await page.waitForTimeout(500) // the page slides in
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage })
  }
  /** The same page by another look; nothing is asked of it. */
  const alsoAs = async (name, { width = 375, height = 812, elder = false }) => {
    if (!pictures) return
    const url = page.url()
    const modes = JSON.stringify({ data: { elder, theme: 'system' } })
    await page.evaluate((kept) => localStorage.setItem('sidan.modes', kept), modes)
    await page.setViewportSize({ width, height })
    await visit(`/${new URL(url).hash}`)
    await page.waitForLoadState('networkidle')
    await picture(name, true)
    await page.evaluate(() => localStorage.removeItem('sidan.modes'))
    await page.setViewportSize({ width: 375, height: 812 })
    await visit(`/${new URL(url).hash}`)
  }
  return { shown, tap, choose, type, visit, play, enterAs, picture, alsoAs }
}

/** Errors of the page's own code, as they come; what the browser says of the network is only told. */
export function errorsOf(page) {
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`browser: ${message.text()}`)
  })
  return errors
}

/** What there was to see when a journey came to a halt: the page's own errors, its words, and a picture. What fails here never hides why it halted. */
export async function tellFailure(page, errors, folder, no) {
  const untold = (error) => console.error(String(error))
  console.error(errors.join('\n'))
  await page.locator('body').textContent().then(console.error, untold)
  await page.screenshot({ path: join(folder, `failed-${no}.png`) }).catch(untold)
}

/** A second page with hands of its own, which starts with what a phone keeps. Both share what they keep from then on: the browser is one process. */
export async function secondPage(page, origin, kept) {
  const second = await page.context().browser().newPage()
  await second.goto(origin)
  await second.evaluate((pairs) => {
    for (const [key, value] of Object.entries(pairs)) localStorage.setItem(key, value)
  }, kept)
  return handsOn(second, origin)
}
