import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8')

/** Colours of the rules with these selectors, later ones over earlier ones. */
function colours(...selectors: string[]): Map<string, string> {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  return new Map(
    selectors.flatMap((selector) =>
      rules
        .filter(([, names = '']) =>
          names
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .split(',')
            .some((name) => name.trim() === selector),
        )
        .flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):\s*(#[0-9A-F]{6})/gi)])
        .map(([, name = '', value = '']): [string, string] => [name, value]),
    ),
  )
}

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2 ratio. */
function contrast(one: string | undefined, other: string | undefined): number {
  if (!one || !other) return 0
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const softs = ['--brand-soft', '--warm-soft', '--info-soft', '--danger-soft', '--stone-soft']
const textPairs = [
  ...['--ink', '--ink-2', '--ink-3'].flatMap((ink) =>
    ['--surface', '--paper', '--sunken'].map((ground) => [ink, ground]),
  ),
  ...['--ink', '--ink-2'].flatMap((ink) => softs.map((ground) => [ink, ground])),
  ...['--brand', '--warm', '--info', '--danger', '--stone', '--seal'].flatMap((ink) => [
    [ink, '--surface'],
    [ink, '--paper'],
  ]),
  ['--brand-ink', '--brand-soft'],
  ['--warm', '--warm-soft'],
  ['--info', '--info-soft'],
  ['--danger', '--danger-soft'],
  ['--stone', '--stone-soft'],
  ['--on-brand', '--brand'],
  ['--on-brand', '--brand-press'],
  ['--on-danger', '--danger'],
  ['--on-warm-fill', '--warm-fill'],
  ['--paper', '--ink'],
]
const shapePairs = [
  ...['--line-strong', '--brand'].flatMap((line) => [
    [line, '--surface'],
    [line, '--paper'],
  ]),
  ...['--chart-1', '--chart-2', '--chart-3', '--chart-4'].map((shape) => [shape, '--surface']),
]

describe.each([
  ['light', ['.sd']],
  ['elder', ['.sd', '.sd.elder']],
  ['dark', ['.sd', '.sd.dark']],
  ['dark elder', ['.sd', '.sd.elder', '.sd.dark']],
])('%s', (_mode, selectors) => {
  const tokens = colours(...selectors)
  it.each(textPairs)('text %s on %s reads at 4.5 or more', (ink = '', ground = '') => {
    expect(contrast(tokens.get(ink), tokens.get(ground))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(shapePairs)('shape %s on %s shows at 3 or more', (shape = '', ground = '') => {
    expect(contrast(tokens.get(shape), tokens.get(ground))).toBeGreaterThanOrEqual(3)
  })
})

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrast('#73817B', '#FFFFFF')).toBeCloseTo(4.07, 1)
})
