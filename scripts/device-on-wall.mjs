/** A device that hangs on a station's wall: what it shows, whether all of it can be seen, and what a camera reads off it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { handsOn } from './journey-hands.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const sizes = {
  wide: { width: 1280, height: 800 },
  television: { width: 1920, height: 1080 },
  tall: { width: 800, height: 1280 },
  phone: { width: 375, height: 812 },
}

/** Another device in the same browser, with what it keeps by itself. */
export async function deviceOnWall(page, origin, pictures) {
  const look = { viewport: sizes.wide, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
  const device = await page.context().browser().newContext(look)
  const wall = await device.newPage()
  wall.setDefaultTimeout(15_000)
  const hands = handsOn(wall, origin, pictures)

  /** What a camera would read off the screen now. */
  const codeNow = () =>
    wall.evaluate(() => {
      const read = (key) => JSON.parse(localStorage.getItem(key)).data
      const { prefix, firstStep, macs } = read('sidan.screen-codes')
      const at = Math.floor((Date.now() + read('sidan.screen').offsetMs) / 15_000)
      return `${prefix}.${at}.${macs[at - firstStep]}`
    })
  const drawn = () => wall.locator('.sd-turning-qr').getAttribute('src')

  /** Nothing that must be read lies outside the window or is cut off, at each size a screen may have. */
  const fits = async (name, words) => {
    for (const [size, { width, height }] of Object.entries(sizes)) {
      await wall.setViewportSize({ width, height })
      await wall.waitForTimeout(300)
      const seen = words.map((text) => wall.getByText(text).filter({ visible: true }).first())
      for (const [index, one] of [...seen, wall.locator('img').first()].entries()) {
        const box = await one.boundingBox()
        const inside = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
        assert.ok(inside, `${name}, ${size}: ${words[index] ?? 'the code'} is cut off: ${JSON.stringify(box)}`)
      }
      await hands.picture(`${name}-${size}`)
    }
    await wall.setViewportSize(sizes.wide)
  }

  /** What axe finds on it: nothing. */
  const judged = async () => {
    await wall.evaluate(axe)
    const found = await wall.evaluate(async () => {
      const { violations } = await window.axe.run(document.querySelector('.sd-wall'))
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
    })
    assert.deepEqual(found, [])
  }
  return { device, wall, hands, codeNow, drawn, fits, judged }
}
