/** The page stack and its five ways to move, with the refusals a phone gives. */
import type { DrawnPage } from './drawn-page.ts'

interface Stack {
  readonly routes: readonly string[]
  readonly tabs: readonly string[]
  /** Draws a page; its life cycle is told here. */
  draw(route: string, query: Record<string, string>): DrawnPage
  /** Makes a query the app's own object. */
  adopt(value: unknown): unknown
}

/** WeChat keeps at most ten pages open. */
const maxPages = 10

export function makePageStack({ routes, tabs, draw, adopt }: Stack) {
  const keptTabs = new Map<string, DrawnPage>()
  let open: readonly DrawnPage[] = []
  const top = (): DrawnPage => {
    const last = open.at(-1)
    if (!last) throw new Error('no page is open')
    return last
  }
  const isTab = (route: string) => tabs.includes(route)
  const parse = (url: string, allowTab: boolean) => {
    const { route, query } = partsOf(url)
    if (!routes.includes(route)) throw new Error(`page "${route}" is not found`)
    if (isTab(route) && !allowTab) throw new Error(`can not go to the tabbar page "${route}" this way`)
    return { route, query }
  }
  const push = (route: string, query: Record<string, string>) => {
    const page = draw(route, query)
    if (isTab(route)) keptTabs.set(route, page)
    open = [...open, page]
    page.tell('onLoad', adopt(query))
    page.tell('onShow')
    page.tell('onReady')
  }
  const drop = (page: DrawnPage) => {
    page.tell('onUnload')
    page.remove()
  }
  const pop = () => {
    drop(top())
    open = open.slice(0, -1)
  }
  const closeAll = () => {
    for (const page of new Set([...open, ...keptTabs.values()])) drop(page)
    keptTabs.clear()
    open = []
  }
  const navigation = {
    navigateTo: (url: string) => {
      const { route, query } = parse(url, false)
      if (open.length >= maxPages) throw new Error(`webview count limit exceed ${maxPages}`)
      top().tell('onHide')
      push(route, query)
    },
    redirectTo: (url: string) => {
      const { route, query } = parse(url, false)
      pop()
      push(route, query)
    },
    reLaunch: (url: string) => {
      const { route, query } = parse(url, true)
      closeAll()
      push(route, query)
    },
    switchTab: (url: string) => {
      const { route } = parse(url, true)
      if (!isTab(route)) throw new Error(`"${route}" is not a tab`)
      if (top().route === route) return
      for (const page of open) isTab(page.route) ? page.tell('onHide') : drop(page)
      open = []
      const kept = keptTabs.get(route)
      if (!kept) return push(route, {})
      open = [kept]
      kept.tell('onShow')
    },
    navigateBack: (_url: string, { delta = 1 }: { delta?: unknown } = {}) => {
      for (let left = Number(delta); left > 0 && open.length > 1; left -= 1) pop()
      top().tell('onShow')
    },
  }
  return { navigation, top, closeAll, instances: () => open.map((page) => page.instance) }
}

/** The query stays as it was written: a phone does not decode it. */
function partsOf(url: string) {
  const [path = '', search = ''] = url.split('?')
  const pairs = search.split('&').filter(Boolean)
  const query = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return { route: path.replace(/^\//, ''), query: Object.fromEntries(query) }
}
