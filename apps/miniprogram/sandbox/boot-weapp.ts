/**
 * Runs the real emitted mini-program without WeChat's tools: its JavaScript in a realm like the phone's, its WXML compiled by WeChat's own
 * component framework, real `setData`, real `bindtap`. There is no layout and no real device: it proves that the build boots and behaves.
 * Needs a DOM around it (jest's jsdom environment); the app itself sees none.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { definePage, defineRecursiveComponent } from './definitions.ts'
import { drawPage, type Target } from './drawn-page.ts'
import { makePageStack } from './page-stack.ts'
import { type FunctionMode, makeRealm, type Realm } from './realm.ts'
import type { Exchange } from './request.ts'
import { addTemplates } from './templates.ts'
import { makeWx, type WxCall, type WxOverrides } from './wx.ts'

interface Booting {
  /** Folder of the build. */
  readonly dist: string
  readonly functionMode?: FunctionMode
  /** Server that relative addresses go to, like `http://127.0.0.1:8080`; undefined: the phone has no signal. Asked anew with each request. */
  readonly origin?: () => string | undefined
  /** Answers or stand-ins for single APIs: `{ scanCode: { result: 'ABCD2345' } }`. */
  readonly wx?: WxOverrides
  /** What the phone has kept from before. */
  readonly storage?: Record<string, unknown>
}

export interface Weapp {
  readonly appJson: AppJson
  /** Every route of app.json, subpackages too. */
  readonly routes: readonly string[]
  /** What the app asked of the network, in order of the answers. */
  readonly requests: readonly Exchange[]
  /** What it asked of `wx`, but for storage and requests. */
  readonly calls: readonly WxCall[]
  /** Refusals it was given, for example a navigation to a page that is not there. */
  readonly failures: readonly string[]
  /** What it threw, and what it wrote with `console.error`. */
  readonly errors: readonly string[]
  /** Starts anew at a page and waits until it has drawn something. Values of the query arrive as they are, undecoded, as on a phone. */
  open(route: string, query?: Record<string, string>): Promise<void>
  /** Route of the page on top. */
  route(): string
  /** Words of the page on top. */
  text(): string
  /** An element of the page on top, by words or selector; its attributes are those of the WXML. */
  find(target: string): Element | null
  /** Presses an element once it is there, given by its words or by a selector (which starts with `.`, `#` or `[`). Of several the one nearest to `near`. The event bubbles. */
  tap(target: string, near?: string): Promise<void>
  /** Types into a field. */
  input(selector: string, value: string): Promise<void>
  /** Waits until words are shown or a condition holds. */
  waitFor(wanted: string | (() => boolean), ms?: number): Promise<void>
  close(): void
}

export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

/** Boots the app; `open` shows its first page. */
export function bootWeapp({
  dist,
  functionMode = 'throw',
  origin = noSignal,
  wx: overrides = {},
  storage = {},
}: Booting): Weapp {
  const errors: string[] = []
  const hear = (error: unknown) => {
    errors.push(wordsOf([error]))
    return false
  }
  glassEasel.addGlobalErrorListener(hear)
  const realm = makeRealm(dist, functionMode, hear, (level, words) => {
    if (level === 'error') errors.push(wordsOf(words))
  })
  const appJson: AppJson = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
  const routes = routesOf(appJson)
  const environment = new MiniProgramEnv()
  const space = environment.createCodeSpace('', true)
  errors.push(...addTemplates(dist, space))
  const context = new glassEasel.CurrentWindowBackendContext()
  const backend = environment.associateBackend(context)
  const defined = new Set<string>()
  const pages = makePageStack({
    routes,
    tabs: appJson.tabBar?.list.map((tab) => tab.pagePath) ?? [],
    adopt: realm.adopt,
    draw: (route, query) => {
      if (!defined.has(route)) definePage(realm, space, route)
      defined.add(route)
      return drawPage({ context, backend, space }, route, { options: realm.adopt(query) })
    },
  })
  const { wx, ...recorded } = makeWx({ origin, overrides, storage, navigation: pages.navigation, adopt: realm.adopt })
  const launch = startApp(realm, wx, pages.instances)
  defineRecursiveComponent(realm, space)

  const waitFor = async (wanted: string | (() => boolean), ms = 20_000) => {
    const holds = typeof wanted === 'string' ? () => pages.top().text().includes(wanted) : wanted
    for (const until = Date.now() + ms; !holds(); await pause(10)) {
      if (Date.now() < until) continue
      const { route, text } = pages.top()
      throw new Error(
        `waited ${ms} ms for ${String(wanted)}; ${route} shows: ${text()}\n${[...errors, ...recorded.failures].join('\n')}`,
      )
    }
  }
  const fire = async (target: Target, type: string, detail: object) => {
    await waitFor(() => pages.top().find(target.at) !== null)
    pages.top().fire(target, type, detail)
    await settle()
  }
  return {
    appJson,
    routes,
    ...recorded,
    errors,
    waitFor,
    open: async (route, query = {}) => {
      launch(route, query)
      const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
      pages.navigation.reLaunch(`/${route}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`)
      await waitFor(() => pages.top().find('*') !== null)
    },
    route: () => pages.top().route,
    text: () => pages.top().text(),
    find: (target) => pages.top().find(target),
    tap: (at, near) => fire({ at, near }, 'tap', { x: 0, y: 0 }),
    input: (at, value) => fire({ at }, 'input', { value, cursor: value.length }),
    close: () => {
      pages.closeAll()
      realm.close()
      glassEasel.removeGlobalErrorListener(hear)
    },
  }
}

/** Runs app.js. Returns how the app is told that it is launched, or shown again. */
function startApp(realm: Realm, wx: object, pages: () => unknown[]) {
  let app: Record<string, unknown> = {}
  Object.assign(realm.globals, {
    wx,
    App: (given: Record<string, unknown>) => {
      app = given
    },
    getApp: () => app,
    getCurrentPages: pages,
  })
  realm.load('app.js')
  let launched = false
  return (route: string, query: Record<string, string>) => {
    const options = realm.adopt({ path: route, query, scene: 1001, referrerInfo: {} })
    for (const name of launched ? ['onShow'] : ['onLaunch', 'onShow']) {
      const told = app[name]
      if (typeof told === 'function') told.call(app, options)
    }
    launched = true
  }
}

/** Every route that an app.json names. */
export const routesOf = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
]

const noSignal = () => undefined

/** Lets what was just started run: a rendering is a promise, a `setData` a timer. */
const settle = () => pause(20)

/** Errors are of another realm, so told by their stack. */
const wordsOf = (words: readonly unknown[]): string =>
  words
    .map((word) => (typeof word === 'object' && word !== null && 'stack' in word ? String(word.stack) : String(word)))
    .join(' ')
