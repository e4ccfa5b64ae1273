import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type AppJson, routesOf } from './boot-weapp.ts'

const dist = join(__dirname, '../dist/weapp')
const read = (name: string) => readFileSync(join(dist, name), 'utf8')
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
const appJson: AppJson = JSON.parse(read('app.json'))
const routes = routesOf(appJson)

describe('the emitted mini-program', () => {
  test.each(routes)('%s has its code, its settings and its template', (route) => {
    for (const ending of ['.js', '.json', '.wxml']) expect(files).toContain(`${route}${ending}`)
  })

  test('makes no code from text, but for webpack’s own look-up of the global object', () => {
    const lookUp = /(?:new )?Function\("return this"\)\(\)/g
    const making = /\beval\(|\bFunction\(["'`]|new Function\b/
    const found = files.filter((name) => name.endsWith('.js') && making.test(read(name).replace(lookUp, '')))
    expect(found).toEqual([])
  })

  test('brings what its app.json names', () => {
    expect(existsSync(join(dist, 'sitemap.json'))).toBe(true)
    expect(files).toEqual(
      expect.arrayContaining(['custom-tab-bar/index.js', 'custom-tab-bar/index.json', 'custom-tab-bar/index.wxml']),
    )
    expect(appJson.tabBar?.list.every((tab) => appJson.pages.includes(tab.pagePath))).toBe(true)
  })

  test('asks for privacy consent before any private interface, rule-45, and for no location, rule-46', () => {
    expect(JSON.parse(read('app.json'))).toMatchObject({ __usePrivacyCheck__: true })
    expect(read('app.json')).not.toContain('requiredPrivateInfos')
  })

  test('carries aria attributes from props to elements', () => {
    const view = /<view [^>]*>/.exec(read('base.wxml'))?.[0] ?? ''
    for (const name of ['aria-role', 'aria-label', 'aria-hidden', 'aria-checked', 'aria-disabled', 'aria-selected'])
      expect(view).toMatch(new RegExp(`${name}="\\{\\{i\\.p\\d+\\}\\}"`))
  })
})
