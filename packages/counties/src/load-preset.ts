/** Reads a county's preset, spells out its units from the list of divisions, and checks that every name it uses exists. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { upgraded } from '@sidan/types/policy-upgrades'
import { type Preset, PresetFile, type PresetUnit } from '@sidan/types/preset'
import { parse } from 'yaml'
import * as z from 'zod/mini'

/** What is wrong with a preset, each line naming a place a clerk can find. */
export class PresetError extends Error {
  override readonly name = 'PresetError'
  constructor(readonly faults: string[]) {
    super(`the preset cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  }
}

/** Names of the presets in a folder. */
export const presetNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -5))
    .sort()

/** Loads `<folder>/<name>.yaml`. Throws PresetError. */
export const loadPreset = (folder: string, name: string): Preset =>
  readPreset(readFileSync(join(folder, `${name}.yaml`), 'utf8'), (file) => readFileSync(join(folder, file), 'utf8'))

/** Reads a preset from its text. `readDivisions` fetches the list that the preset names. Throws PresetError. */
export function readPreset(text: string, readDivisions: (file: string) => string): Preset {
  const written: unknown = parse(text)
  const result = z.safeParse(PresetFile, { ...Object(written), policy: upgraded(Object(written).policy) })
  if (!result.success) {
    throw new PresetError(
      result.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${issue.message}${'keys' in issue ? ` (${String(issue.keys)})` : ''}`,
      ),
    )
  }
  const file = result.data
  const units = unitsOf(file, readDivisions(file.divisions))
  const faults = [...doubles(file, units), ...unknowns(file, units)]
  if (faults.length > 0) throw new PresetError(faults)
  return { ...file, units, qualifications: qualificationsOf(file) }
}

const commonQualifications = [
  { code: 'firstAid', name: '急救员证' },
  { code: 'electrician', name: '电工证' },
  { code: 'counsellor', name: '心理咨询师证' },
  { code: 'doctor', name: '医师执业证' },
  { code: 'nurse', name: '护士执业证' },
  { code: 'teacher', name: '教师资格证' },
  { code: 'lawyer', name: '法律职业资格证' },
  { code: 'socialWorker', name: '社会工作者证' },
  { code: 'lifeguard', name: '救生员证' },
  { code: 'driver', name: '驾驶证' },
]

/** The list that the county wrote; without one, what is commonly known, and what its catalogue asks for beside. */
function qualificationsOf({ qualifications, catalogue }: PresetFile): { code: string; name: string }[] {
  if (qualifications) return qualifications
  const used = catalogue.flatMap((item) => item.qualification ?? [])
  const more = [...new Set(used)].filter((code) => commonQualifications.every((kind) => kind.code !== code))
  return [...commonQualifications, ...more.map((code) => ({ code, name: code }))]
}

/** 城畈社区居委会 → 城畈社区, 石桥村村民委员会 → 石桥村. */
const plainName = (name: string) =>
  name
    .replace(/(社区)?居民?委员?会$/u, '$1')
    .replace(/村?(村民)?委员?会$/u, '村')
    .replace(/村村$/u, '村')

function unitsOf(file: PresetFile, csv: string): PresetUnit[] {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const center: PresetUnit = { code: 'center', tier: 'center', name: file.naming.center, parent: undefined }
  const institutes = rows
    .filter(([, level]) => level === 'township')
    .map(
      ([code = '', , , name = '']): PresetUnit => ({
        code,
        tier: 'institute',
        name: `${name}${file.naming.instituteSuffix}`,
        parent: 'center',
      }),
    )
  const stations = rows
    .filter(([, level]) => level === 'village')
    .map(
      ([code = '', , parent = '', name = '']): PresetUnit => ({
        code,
        tier: 'station',
        name: `${plainName(name)}${file.naming.stationSuffix}`,
        parent,
      }),
    )
  const departments = file.departments.map((row): PresetUnit => ({ ...row, tier: 'department', parent: 'center' }))
  return [center, ...institutes, ...stations, ...departments]
}

function doubles(file: PresetFile, units: PresetUnit[]): string[] {
  const lists = {
    units,
    skills: file.skills,
    qualifications: qualificationsOf(file),
    risks: file.risks,
    catalogue: file.catalogue,
    teams: file.teams,
    rewardItems: file.rewardItems,
    'policy.platforms': file.policy.platforms,
    'policy.points.earningActions': file.policy.points.earningActions,
    'policy.benefits': file.policy.benefits,
  }
  return Object.entries(lists).flatMap(([list, rows]) => {
    const codes = rows.map((row) => row.code)
    return codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `${list}: ${code} stands there twice`)
  })
}

function unknowns(file: PresetFile, units: PresetUnit[]): string[] {
  const known = {
    unit: new Set(units.map((row) => row.code)),
    platform: new Set(file.policy.platforms.map((row) => row.code)),
    skill: new Set(file.skills.map((row) => row.code)),
    qualification: new Set(qualificationsOf(file).map((row) => row.code)),
    risk: new Set(file.risks.map((row) => row.code)),
  }
  const check = (kind: keyof typeof known, code: string | undefined, where: string) =>
    code === undefined || known[kind].has(code) ? [] : [`${where}: there is no ${kind} ${code}`]
  return [
    ...units.flatMap((row) => check('unit', row.parent, `units ${row.code}`)),
    ...file.policy.platforms.flatMap((row) =>
      [row.leadDepartment, ...row.cooperating].flatMap((code) => check('unit', code, `policy.platforms ${row.code}`)),
    ),
    ...file.catalogue.flatMap((row) => [
      ...check('platform', row.platform, `catalogue ${row.code}`),
      ...check('skill', row.skill, `catalogue ${row.code}`),
      ...check('qualification', row.qualification, `catalogue ${row.code}`),
      ...(row.risks ?? []).flatMap((code) => check('risk', code, `catalogue ${row.code}`)),
    ]),
    ...file.teams.flatMap((row) => [
      ...check('unit', row.unit, `teams ${row.code}`),
      ...check('platform', row.platform, `teams ${row.code}`),
      ...(row.skills ?? []).flatMap((code) => check('skill', code, `teams ${row.code}`)),
    ]),
    ...(file.adjacency ?? []).flatMap((pair) =>
      pair.flatMap((code) => check('unit', code, `adjacency ${pair.join(' ')}`)),
    ),
    ...file.rewardItems.flatMap((row) => check('unit', row.unit, `rewardItems ${row.code}`)),
  ]
}
