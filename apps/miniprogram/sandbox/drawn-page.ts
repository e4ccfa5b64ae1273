/** One open page: drawn into the DOM around the sandbox, told of its life cycle, read and pressed by its elements. */
import { type AssociatedBackend, type CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import { copyOf } from './definitions.ts'

export interface DrawnPage {
  readonly route: string
  /** The page object of the app. */
  readonly instance: unknown
  /** Calls a function of its life cycle, where it has one. */
  tell(name: string, value?: unknown): void
  /** Its words. */
  text(): string
  /** Its first element that fits the words or the selector; of several, the one nearest to other words. */
  find(target: string, near?: string): Element | null
  /** Fires an event at such an element. Throws when there is none. */
  fire(target: Target, type: string, detail: object): void
  remove(): void
}

export interface Target {
  readonly at: string
  readonly near?: string | undefined
}

interface Drawing {
  readonly context: glassEasel.CurrentWindowBackendContext
  readonly backend: AssociatedBackend
  readonly space: CodeSpace
}

/** Draws a page that is defined, with `fields` on its instance. */
export function drawPage({ context, backend, space }: Drawing, route: string, fields: object): DrawnPage {
  const root = backend.createRoot('page', space, route)
  const instance = root.get()
  const setData = instance.setData.bind(instance)
  // Taro writes `cn.[0]`, which WeChat reads as `cn[0]`.
  const named = ([path, value]: [string, unknown]) => [path.replaceAll('.[', '['), value]
  instance.setData = (data: object, done?: () => void) =>
    setData(Object.fromEntries(Object.entries(copyOf(data)).map(named)), done)
  Object.assign(instance, { route }, fields)
  const placeholder = context.document.createElement('i')
  context.getRootNode().appendChild(placeholder)
  root.attach(context.getRootNode(), placeholder)
  const place: unknown = root.getComponent().getBackendElement()
  if (!(place instanceof HTMLElement)) throw new Error(`${route} was not drawn`)
  const find = (target: string, near = '') => aimAt(place, target, near)
  return {
    route,
    instance,
    tell: (name, value) => {
      const told: unknown = Reflect.get(instance, name)
      if (typeof told === 'function') told.call(instance, value)
    },
    text: () => wordsOf(place),
    find,
    fire: ({ at, near }, type, detail) => {
      const found = find(at, near)
      const element: unknown = found && '__wxElement' in found ? found.__wxElement : undefined
      if (!(element instanceof glassEasel.Element || element instanceof glassEasel.NativeNode))
        throw new Error(`nothing to ${type} at “${at}”; ${route} shows: ${wordsOf(place)}`)
      glassEasel.Event.triggerEvent(element, type, detail, { bubbles: type === 'tap', composed: true })
    },
    remove: () => {
      root.release()
      place.remove()
    },
  }
}

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** A selector starts with `.`, `#` or `[`, or is `*`; anything else is words. */
function aimAt(place: Element, target: string, near: string): Element | null {
  const all = [...place.querySelectorAll('*')]
  const innermost = (fits: (element: Element) => boolean) =>
    all.filter((element) => fits(element) && ![...element.children].some((child) => fits(child)))
  const exact = innermost((element) => wordsOf(element) === target)
  const loose = exact.length > 0 ? exact : innermost((element) => wordsOf(element).includes(target))
  const found = /^[.#[*]/.test(target) ? [...place.querySelectorAll(target)] : loose
  const steps = new Map(found.map((element) => [element, stepsTo(element, near, place)]))
  return found.sort((a, b) => (steps.get(a) ?? 0) - (steps.get(b) ?? 0))[0] ?? null
}

/** How far up the words are first seen. */
function stepsTo(element: Element, near: string, place: Element): number {
  let steps = 0
  for (let at: Element | null = element; at && at !== place && !wordsOf(at).includes(near); at = at.parentElement)
    steps += 1
  return steps
}
