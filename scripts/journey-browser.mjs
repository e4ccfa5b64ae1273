/** The built program on an empty folder, and a real Chromium beside it, both from npm alone. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { errorsOf, handsOn, tellFailure } from './journey-hands.mjs'
import { stationOfLink } from './station-of-link.mjs'

/**
 * The browser, unpacked once for all journeys with the libraries it brings: that is two seconds of work. Its folder is whole when it has its name: of two that
 * unpack at the same moment neither runs what the other is still writing.
 */
async function unpackedBrowser() {
  const packed = realpathSync(join('node_modules', '@sparticuz', 'chromium'))
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = resolve('node_modules', '.cache', `chromium-${version}`)
  // The package unpacks below the temporary folder, and on import names its libraries there.
  process.env.TMPDIR = folder
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true })
    const half = mkdtempSync(`${folder}-`)
    process.env.TMPDIR = half
    await chromium.executablePath()
    try {
      renameSync(half, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
      rmSync(half, { recursive: true })
    }
  }
  return { executablePath: join(folder, 'chromium'), args: chromium.args }
}

/**
 * Starts both. Returns the printed link of 京山's station, a phone-sized page, and how to end it all.
 * @param alone keeps the browser in one process, which is lighter; what a page leaves behind to serve it without network needs one of its own
 */
export async function startJourney({ alone = true } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'sidan-journey-'))
  const { executablePath, args } = await unpackedBrowser()
  // What the browser writes beside goes with the rest.
  process.env.TMPDIR = data
  const { chromium: playwright } = await import('playwright-core')

  // The browser brings no Chinese font: one from npm, so that every machine sees the same.
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc'))
  writeFileSync(
    join(data, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(data, 'fontcache')}</cachedir></fontconfig>`,
  )
  const server = spawn('node', ['scripts/start.mjs'], {
    env: { ...process.env, SIDAN_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const link = await new Promise((resolve, reject) => {
    let text = ''
    server.stdout.on('data', (chunk) => {
      text += chunk
      const found = /京山市: (http:\/\/\S+)/.exec(text)
      if (found) resolve(found[1])
    })
    server.on('exit', (code) => reject(new Error(`the program stopped with ${code}`)))
  })
  await stationOfLink(link)
  const browser = await playwright.launch({
    executablePath,
    args: [
      ...args.filter((arg) => alone || !['--single-process', '--no-zygote'].includes(arg)),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: join(data, 'fonts.conf') },
  })
  const page = await browser.newPage({
    viewport: { width: 375, height: 812 },
    // Sharp for pictures alone: four times the points to draw.
    deviceScaleFactor: process.argv[2] ? 2 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  page.setDefaultTimeout(15_000)
  const end = async () => {
    await browser.close()
    server.removeAllListeners('exit')
    server.kill('SIGTERM')
    await new Promise((resolve) => server.on('exit', resolve))
    rmSync(data, { recursive: true, force: true })
  }
  return { link, page, end, data }
}

/**
 * Starts both and gives what a journey is made with: the page and hands on it, steps that are told as they pass, and `arrive` for its end, whether it got there
 * or not. Pictures are taken into the folder that the command names, if any.
 * @param options as of `startJourney`
 */
export async function setOut(options) {
  const { link, page, end, data } = await startJourney(options)
  const { origin } = new URL(link)
  const [, , pictures] = process.argv
  const pages = []
  /** A page of the journey: what it meets is told. */
  const watch = (page) => pages.push({ page, errors: errorsOf(page) })
  watch(page)
  let passed = 0
  let halted = false
  const tell = async () => {
    for (const [no, { page, errors }] of pages.entries()) await tellFailure(page, errors, pictures ?? data, no + 1)
  }
  const step = async (name, work) => {
    try {
      await work()
    } catch (error) {
      halted = true
      await tell()
      throw error
    }
    passed += 1
    console.log(`ok ${name}`)
  }
  /** Ends it all; a journey that came to its end has met no error of a page's own code. */
  const arrive = async () => {
    const errors = pages.flatMap((one) => one.errors)
    if (!halted && errors.length > 0) await tell()
    await end()
    if (halted) return
    assert.deepEqual(errors, [])
    console.log(`${passed} passed, 0 failed`)
  }
  return { link, origin, page, data, pictures, step, arrive, watch, ...handsOn(page, origin, pictures) }
}
