import type { Preset } from '@sidan/types/preset'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { insertCounty, insertRows, tables } from './store.ts'

/** Draws short codes until there are `count` different ones. */
function distinctCodes(count: number): string[] {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(makeShortCode(6))
  return [...codes]
}

/**
 * Sets a county up from its preset, in one transaction with the owner's login: the county itself is a reference row that the API cannot write.
 * Returns false when the county is there already; then nothing changes.
 */
export async function setUpCounty(tx: Tx, preset: Preset): Promise<boolean> {
  const { county, policy } = preset
  if (!(await insertCounty(tx, county))) return false
  const unitIds = await insertUnits(tx, preset)
  const unitId = (code: string): string => unitIds.get(code) ?? ''
  await insertRows(tx, tables.policies, [{ version: 1, document: policy, inForceAt: new Date(0), createdAt: tx.now }])
  await insertRows(tx, tables.skills, preset.skills)
  await insertRows(
    tx,
    tables.qualificationKinds,
    preset.qualifications.map((row, index) => ({ ...row, sortNo: index })),
  )
  await insertRows(tx, tables.risks, preset.risks)
  await insertCatalogue(tx, preset)
  await insertTeams(tx, preset, unitId)
  await insertShelf(tx, preset, unitId)
  return true
}

/** The preset names a pair once; each of the two has the other as its neighbour. */
const neighboursOf = ({ adjacency = [] }: Preset, code: string): string[] =>
  adjacency.filter((pair) => pair.includes(code)).map(([one, other]) => (one === code ? other : one))

async function insertUnits(tx: Tx, preset: Preset): Promise<Map<string, string>> {
  const ids = new Map(preset.units.map((unit) => [unit.code, newId()]))
  const codes = distinctCodes(preset.units.length)
  const rows = preset.units.map((unit, index) => {
    const id = ids.get(unit.code) ?? newId()
    const parentId = unit.parent === undefined ? null : (ids.get(unit.parent) ?? null)
    return {
      id,
      code: unit.code,
      tier: unit.tier,
      name: unit.name,
      parentId,
      instituteId: unit.tier === 'institute' ? id : unit.tier === 'station' ? parentId : null,
      shortCode: codes[index] ?? '',
      phone: preset.stationDefaults.phone,
      address: unit.name.replace(preset.naming.stationSuffix, '党群服务中心'),
      opensAt: preset.stationDefaults.opensAt,
      closesAt: preset.stationDefaults.closesAt,
      adjacentCodes: neighboursOf(preset, unit.code),
      active: true,
    }
  })
  await insertRows(tx, tables.units, rows)
  return ids
}

async function insertCatalogue(tx: Tx, { catalogue }: Preset): Promise<void> {
  const rows = catalogue.map((item, index) => ({
    id: newId(),
    code: item.code,
    title: item.title,
    line: item.line,
    icon: item.icon,
    platformCode: item.platform,
    unitId: null,
    place: item.place,
    durationMinutes: item.durationMinutes,
    answerWithinMinutes: item.answerWithinMinutes,
    forGroup: item.forGroup ?? false,
    hazardous: item.hazardous ?? false,
    requiredSkill: item.skill ?? null,
    requiredQualification: item.qualification ?? null,
    riskCodes: item.risks ?? [],
    sortNo: index,
    active: true,
  }))
  await insertRows(tx, tables.catalogItems, rows)
}

async function insertTeams(tx: Tx, preset: Preset, unitId: (code: string) => string): Promise<void> {
  const squads = preset.squadSuffix === undefined ? [] : preset.units.filter((unit) => unit.tier === 'station')
  const rows = [
    ...preset.teams.map((team) => ({
      code: team.code,
      name: team.name,
      level: team.level,
      kind: team.kind ?? ('volunteerTeam' as const),
      unitId: unitId(team.unit),
      platformCode: team.platform ?? null,
      skills: team.skills ?? [],
    })),
    ...squads.map((unit) => ({
      code: `squad-${unit.code}`,
      name: unit.name.replace(preset.naming.stationSuffix, preset.squadSuffix ?? ''),
      level: 'squad' as const,
      kind: 'volunteerTeam' as const,
      unitId: unitId(unit.code),
      platformCode: null,
      skills: [],
    })),
  ]
  await insertRows(
    tx,
    tables.teams,
    rows.map((row) => ({ ...row, id: newId(), parentId: null, active: true })),
  )
}

/** What lies on the shelves at first came in as every later piece does: as a movement. */
async function insertShelf(tx: Tx, preset: Preset, unitId: (code: string) => string): Promise<void> {
  const rows = preset.rewardItems.map((row) => ({
    id: newId(),
    code: row.code,
    title: row.title,
    icon: row.icon,
    pricePoints: row.points,
    receivedCount: row.stock,
    stockCount: row.stock,
    heldCount: 0,
    handedOutCount: 0,
    pickUpUnitId: unitId(row.unit),
    active: true,
  }))
  await insertRows(tx, tables.rewardItems, rows)
  const moves = rows
    .filter(({ stockCount }) => stockCount > 0)
    .map(({ id, stockCount }) => ({
      id: newId(),
      itemId: id,
      kind: 'received' as const,
      count: stockCount,
      at: tx.now,
    }))
  await insertRows(tx, tables.rewardStockMoves, moves)
}
