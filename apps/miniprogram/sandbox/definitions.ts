/** Turns what a file of the build hands to `Page` or `Component` into a definition of the component framework. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Realm } from './realm.ts'

type Method = (...words: unknown[]) => unknown

/** A page: its data, its life cycle and the one handler of all its events. */
type PageDefinition = Record<string, unknown>

/** The one component Taro has, for what is nested deeper than its templates. */
interface RecursiveDefinition {
  readonly properties: Record<string, { type: { name: string }; value: object | string }>
  readonly methods: Record<string, Method>
  readonly options: { readonly virtualHost: boolean }
}

/** Runs a page's file and defines the page under its route. Throws when the file defines none. */
export function definePage(realm: Realm, space: CodeSpace, route: string): void {
  let given: PageDefinition | undefined
  realm.globals['Page'] = (definition: PageDefinition) => {
    given = definition
  }
  realm.load(route)
  if (!given) throw new Error(`${route}.js defines no page`)
  const methods = Object.fromEntries(Object.entries(given).filter(isMethod))
  space
    .component(route)
    .definition({ data: copyOf(given['data'] ?? {}), methods })
    .register()
}

/** Its property types are the realm's own constructors: told by name, as they are never equal to ours. */
export function defineRecursiveComponent(realm: Realm, space: CodeSpace): void {
  realm.globals['Component'] = ({ properties, methods, options }: RecursiveDefinition) => {
    const types: Record<string, ObjectConstructor | StringConstructor> = { Object, String }
    const mapped = Object.entries(properties).map(([name, { type, value }]) => [
      name,
      { type: types[type.name] ?? Object, value: JSON.parse(JSON.stringify(value)) },
    ])
    space
      .component('comp')
      .definition({ properties: Object.fromEntries(mapped), methods, options })
      .register()
  }
  realm.load('comp')
}

/** What travels from the app to the page does so as JSON. */
export const copyOf = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value))

const isMethod = (entry: [string, unknown]): entry is [string, Method] => typeof entry[1] === 'function'
