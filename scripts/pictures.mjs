/** Pictures of the main pages as they stand: phone, narrow phone, elder mode, dark, desk. `node scripts/pictures.mjs <folder> [look]` */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startJourney } from './journey-browser.mjs'
import { handsOn } from './journey-hands.mjs'

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

/** Each page that is worth a look: who, what to open, and the words that say it is there. */
const pages = [
  ['station', undefined, pathname, '这周站里有'],
  ['home', '王阿姨', '/', '我要点单'],
  ['my-orders', '王阿姨', '/#/tabs/orders/orders-page', '看进度'],
  ['activities', '王阿姨', '/#/tabs/activities/activities-page', '防诈骗小课堂'],
  ['notices', '王阿姨', '/#/account/notices/notices-page', '没看过'],
  ['settings', '王阿姨', '/#/account/settings/settings-page', '退出登录'],
  ['find-station', '王阿姨', '/#/orders/find-station/find-station-page?county=420882', '实践所'],
  ['volunteer-home', '李师傅', '/', '接下来要去的'],
  ['offers', '李师傅', '/#/volunteer/offers/offers-page', '问您接不接'],
  ['clock', '李师傅', '/#/clock/clock-page', '只算实际服务时间'],
  ['me', '李师傅', '/#/tabs/me/me-page', '每一分钟怎么来的'],
  ['points', '李师傅', '/#/volunteer/points/points-page', '可用'],
  ['store', '李师傅', '/#/rewards/store/store-page', '待领取'],
  ['work-list', '陈姐', '/#/tabs/orders/orders-page', '看进度'],
  ['records', '陈姐', '/#/staff/records/records-page', '待审'],
  ['deputy', '陈姐', '/#/staff/deputy/deputy-page', '代多久'],
  ['numbers', '何主任', '/#/county/numbers/numbers-page', '按时有人答复'],
  ['sign-in', undefined, '/#/account/sign-in/sign-in-page?county=420882', '就他'],
]

try {
  for (const [name, look] of Object.entries(looks).filter(([name]) => !process.argv[3] || name === process.argv[3])) {
    const { modes, ...size } = look
    await page.setViewportSize(size)
    const { play, visit } = handsOn(page, origin)
    await page.goto(origin)
    await page.evaluate(() => localStorage.clear())
    let who
    for (const [title, person, path, words] of pages) {
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
