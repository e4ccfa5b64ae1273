import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadPreset, PresetError, presetNames, readPreset } from './load-preset.ts'

const folder = join(__dirname, '../presets')
const daye = loadPreset(folder, 'daye')
const jingshan = loadPreset(folder, 'jingshan')
const text = readFileSync(join(folder, 'jingshan.yaml'), 'utf8')
const read = (changed: string) => readPreset(changed, (file) => readFileSync(join(folder, file), 'utf8'))
const faultsOf = (changed: string): string[] => {
  try {
    read(changed)
    return []
  } catch (error) {
    if (error instanceof PresetError) return error.faults
    throw error
  }
}

describe('the presets', () => {
  it('are both usable, with a name for every unit and no two alike in one township', () => {
    expect(presetNames(folder)).toEqual(['daye', 'jingshan'])
    for (const preset of [daye, jingshan]) {
      const names = preset.units.map((unit) => `${unit.parent} ${unit.name}`)
      expect(new Set(names).size).toBe(names.length)
    }
  })
  it('DY5 DY7 give Daye seven platforms, ten types, 64 items of the city and 203 of the townships, all titles distinct', () => {
    expect(daye.policy.platforms).toHaveLength(7)
    expect(new Set(daye.catalogue.map((item) => item.type)).size).toBe(10)
    expect(daye.catalogue.filter((item) => item.scope === 'county')).toHaveLength(64)
    expect(daye.catalogue.filter((item) => item.scope === 'township')).toHaveLength(203)
    expect(new Set(daye.catalogue.map((item) => item.title)).size).toBe(267)
  })
  it('DY3 give Daye one corps, 14 detachments and 12 specialty teams', () => {
    const count = (level: string) => daye.teams.filter((team) => team.level === level).length
    expect([count('corps'), count('detachment'), count('specialtyTeam')]).toEqual([1, 14, 12])
  })
  it('JG4 JG6 give Jingshan twenty projects, 16 or more institutes, 300 or more stations and 61 teams', () => {
    expect(jingshan.catalogue).toHaveLength(20)
    expect(jingshan.units.filter((unit) => unit.tier === 'institute').length).toBeGreaterThanOrEqual(16)
    expect(jingshan.units.filter((unit) => unit.tier === 'station').length).toBeGreaterThanOrEqual(300)
    expect(jingshan.teams).toHaveLength(61)
  })
  it('call the station of 城畈社区 by its plain name', () => {
    expect(jingshan.units.find((unit) => unit.code === '420882001008')?.name).toBe('城畈社区实践站')
  })
})

describe('a faulty preset', () => {
  it('is refused for a field that does not exist, naming it', () => {
    expect(faultsOf(text.replace('sponsor: false', 'sponsor: false\n    sponser: true')).join()).toContain('sponser')
  })
  it('is refused for a platform, skill or risk that does not exist, naming the item', () => {
    expect(faultsOf(text.replace('platform: life', 'platform: lief'))).toContain(
      'catalogue haircut: there is no platform lief',
    )
    expect(faultsOf(text.replace('skill: hair', 'skill: hare'))).toContain('catalogue haircut: there is no skill hare')
    expect(faultsOf(text.replace('[dog, stairs', '[god, stairs'))).toContain('catalogue haircut: there is no risk god')
  })
  it('is refused for a neighbour that does not exist', () => {
    expect(faultsOf(`${text}\nadjacency: [["420882001", "420882999"]]\n`)).toEqual([
      'adjacency 420882001 420882999: there is no unit 420882999',
    ])
  })
  it('is refused for a code that stands there twice', () => {
    expect(faultsOf(text.replace('code: meal', 'code: repair'))).toContain('catalogue: repair stands there twice')
    expect(faultsOf(text.replace('code: cinema', 'code: park'))).toContain('policy.benefits: park stands there twice')
  })
  it('is refused for a star ladder that does not ascend', () => {
    expect(faultsOf(text.replace('[100, 300,', '[300, 100,')).join()).toContain('ladderHours')
  })
})
