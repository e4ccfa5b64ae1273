/**
 * A JavaScript realm as a phone gives it to a mini-program: no DOM, no `Intl`, `Function` and `eval` of no use.
 * What crosses its border are JSON values and functions, as on a phone.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'
import vm from 'node:vm'

/** What happens to code that is made from text: phones refuse it, or return a function that does nothing. */
export type FunctionMode = 'throw' | 'noop'

export interface Realm {
  /** Its global object: what the host puts here, the app sees. */
  readonly globals: Record<string, unknown>
  /** Runs a file of the build, once. `path` is relative to the build's root, with or without `.js`. */
  load(path: string): unknown
  /** The same JSON value, made of the realm's own objects and arrays. */
  adopt(value: unknown): unknown
  /** Stops its timers. */
  close(): void
}

const neuter = `(() => {
  const native = Function.prototype
  const Nothing = function Function() { return () => undefined }
  Nothing.prototype = native
  native.constructor = Nothing
  globalThis.Function = Nothing
  globalThis.eval = () => undefined
})()`

/** Makes a realm for the build in `folder`; `onError` hears what its timers throw, `onConsole` what it writes. */
export function makeRealm(
  folder: string,
  functionMode: FunctionMode,
  onError: (error: unknown) => void,
  onConsole: (level: string, words: readonly unknown[]) => void,
): Realm {
  const timers = makeTimers(onError)
  const levels = ['log', 'info', 'debug', 'warn', 'error']
  const write = levels.map((level) => [level, (...words: unknown[]) => onConsole(level, words)])
  const globals: Record<string, unknown> = { ...timers.globals, console: Object.fromEntries(write) }
  const context = vm.createContext(globals, { codeGeneration: { strings: functionMode === 'noop', wasm: false } })
  vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly', context)
  if (functionMode === 'noop') vm.runInContext(neuter, context)
  const parse: (text: string) => unknown = vm.runInContext('(text) => JSON.parse(text)', context)
  return {
    globals,
    load: makeLoader(folder, context),
    adopt: (value) => (value === undefined ? undefined : parse(JSON.stringify(value))),
    close: timers.stop,
  }
}

/** `require` of the mini-program: relative paths inside the build. */
function makeLoader(folder: string, context: vm.Context): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const file = existsSync(join(folder, path)) ? join(folder, path) : join(folder, `${path}.js`)
    const known = loaded.get(file)
    if (known) return known.exports
    const made = { exports: {} }
    loaded.set(file, made)
    const here = dirname(relative(folder, file))
    const run = vm.compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports'], {
      filename: file,
      parsingContext: context,
    })
    run((asked: string) => load(join(here, asked)), made, made.exports)
    return made.exports
  }
  return load
}

function makeTimers(onError: (error: unknown) => void) {
  const running = new Map<number, NodeJS.Timeout>()
  let last = 0
  const guarded = (work: unknown, words: unknown[]) => () => {
    try {
      if (typeof work === 'function') work(...words)
    } catch (error) {
      onError(error)
    }
  }
  const starting =
    (start: typeof setTimeout | typeof setInterval) =>
    (work: unknown, ms?: number, ...words: unknown[]) => {
      last += 1
      running.set(last, start(guarded(work, words), ms))
      return last
    }
  const stopping = (id: number) => {
    clearTimeout(running.get(id))
    clearInterval(running.get(id))
    running.delete(id)
  }
  return {
    globals: {
      setTimeout: starting(setTimeout),
      setInterval: starting(setInterval),
      clearTimeout: stopping,
      clearInterval: stopping,
    },
    stop: () => {
      for (const id of [...running.keys()]) stopping(id)
    },
  }
}
