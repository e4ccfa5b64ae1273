/**
 * How the whole client looks for this person: elder mode, dark, desk, and the text scale of the system. Kept on the device, read by `Page` alone;
 * every component below follows by the classes on the page's outer element.
 */
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

export interface Modes {
  readonly elder: boolean
  readonly theme: Theme
  readonly dark: boolean
  /** A mouse and at least 1024 px. Elder mode goes before it. */
  readonly desk: boolean
  /** The system's own text scale, 1 to 1.9; on H5 the browser scales by itself. */
  readonly textScale: number
}

interface Kept {
  readonly elder: boolean
  readonly theme: Theme
}

const storageKey = 'sidan.modes'
const listeners = new Set<() => void>()
let modes: Modes | undefined

/** The modes now; the page draws anew when they change. */
export const useModes = (): Modes => useSyncExternalStore(subscribe, currentModes, currentModes)

/** Switches 长辈版 on or off, and keeps it. */
export const setElder = (elder: boolean): void => keep({ elder, theme: currentModes().theme })

/** Light, dark, or as the system says; kept. */
export const setTheme = (theme: Theme): void => keep({ elder: currentModes().elder, theme })

/** The classes of the page's outer element (visual tokens). */
export const modeClasses = ({ elder, dark, desk }: Modes): string =>
  ['sd', elder ? 'elder' : '', dark ? 'dark' : '', desk && !elder ? 'desk' : ''].filter(Boolean).join(' ')

/** The text scale to write over the tokens' own, or undefined when the system asks for none. */
export const scaleOver = ({ elder, textScale }: Modes): number | undefined =>
  textScale > 1 ? Math.min(1.9, (elder ? 1.35 : 1) * textScale) : undefined

function currentModes(): Modes {
  modes ??= measured(kept())
  return modes
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) watchSystem()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function keep(choice: Kept): void {
  Taro.setStorageSync(storageKey, choice)
  refresh(choice)
}

function refresh(choice: Kept): void {
  modes = measured(choice)
  for (const listener of listeners) listener()
}

function kept(): Kept {
  const stored: unknown = Taro.getStorageSync(storageKey)
  if (typeof stored !== 'object' || stored === null) return { elder: false, theme: 'system' }
  const { elder, theme } = { elder: undefined, theme: undefined, ...stored }
  return { elder: elder === true, theme: theme === 'light' || theme === 'dark' ? theme : 'system' }
}

function measured({ elder, theme }: Kept): Modes {
  const system = process.env.TARO_ENV === 'h5' ? browser() : phone()
  return { elder, theme, ...system, dark: theme === 'system' ? system.dark : theme === 'dark' }
}

const darkQuery = '(prefers-color-scheme: dark)'
const deskQuery = '(min-width: 1024px) and (pointer: fine)'

const browser = () => ({
  dark: window.matchMedia(darkQuery).matches,
  desk: window.matchMedia(deskQuery).matches,
  textScale: 1,
})

/** WeChat's text size setting in px; 17 is what it ships with. */
function phone() {
  const app: { theme?: string; fontSizeSetting?: number } = Taro.getAppBaseInfo()
  const { theme, fontSizeSetting = 17 } = app
  return { dark: theme === 'dark', desk: false, textScale: Math.min(1.9, Math.max(1, fontSizeSetting / 17)) }
}

let watching = false

function watchSystem(): void {
  if (watching) return
  watching = true
  const again = () => refresh({ elder: currentModes().elder, theme: currentModes().theme })
  if (process.env.TARO_ENV === 'h5')
    for (const query of [darkQuery, deskQuery]) window.matchMedia(query).addEventListener('change', again)
  else Taro.onThemeChange?.(again)
}
