/** What a sheet of people to invite must be: its columns, and row by row what each cell says. Pure: units, rights and what was read are passed in. */

import { maxNameLength } from '@sidan/types/role-invitations'
import { roleWords } from '@sidan/types/role-words'
import { type Role, roleNames } from '@sidan/types/roles'
import { type CellFault, sheetColumns } from '@sidan/types/sheet-imports'
import { type Actor, grantableRoles, lets, maySeeGrants, type UnitPlace } from '../roles/rules.ts'

/** A unit as sheets name it. */
export interface NamedUnit extends UnitPlace {
  code: string
  name: string
}

const columns = ['A', 'B', 'C', 'D'] as const
type Column = (typeof columns)[number]

interface RowFault {
  column: Column
  fault: CellFault
  sameAsRow?: number
}

export interface JudgedRow {
  rowNo: number
  unitCode: string
  unitName: string
  displayName: string
  roleWord: string
  unitId: string | null
  role: Role | null
  faults: RowFault[]
}

/** Whether somebody may invite by sheet: whoever gives roles, but for a deputy. */
export const mayInviteBySheet = (actor: Actor): boolean =>
  actor.grants.some((grant) => lets(grant, 'grant') && grant.deputyForName === null)

/** Heads that are not as they should be. */
export const wrongColumnsOf = (head: readonly string[]) =>
  sheetColumns.flatMap((expected, index) => {
    const found = (head[index] ?? '').slice(0, 40)
    return found === expected ? [] : [{ cell: `${columns[index]}1`, expected, found }]
  })

/** What the template's role column takes. */
const roleOfWord = (word: string): Role | undefined => roleNames.find((role) => roleWords[role] === word)

/** One invitation is another's duplicate when unit, role and name are the same. */
export const keyOfInvitation = (unitId: string, role: string, displayName: string): string =>
  JSON.stringify([unitId, role, displayName])

/** What a row is judged by. `seen` remembers the rows before it, `invited` the invitations still open. */
export interface Judging {
  actor: Actor
  unitsByCode: ReadonlyMap<string, NamedUnit>
  formulas: ReadonlySet<string>
  invited: ReadonlySet<string>
  seen: Map<string, number>
}

/** A quote that we wrote before a cell which a spreadsheet would run. */
const withoutQuote = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '')
const maxKept = 60

/** A row read: what it names, and everything wrong with it. */
export function judgeRow(judging: Judging, rowNo: number, cells: readonly string[]): JudgedRow {
  const [unitCode = '', unitName = '', displayName = '', roleWord = ''] = cells.map(withoutQuote)
  const unit = judging.unitsByCode.get(unitCode)
  const role = roleOfWord(roleWord)
  const faults = new Map<Column, RowFault>()
  // The first fault of a cell is the one to mend.
  const say = (column: Column, fault: CellFault | undefined) => {
    if (fault !== undefined && !faults.has(column)) faults.set(column, { column, fault })
  }
  for (const column of columns) if (judging.formulas.has(`${column}${rowNo}`)) say(column, 'formula')
  say('A', unitFault(judging.actor, unit, unitCode))
  say('B', unit && unitName !== '' && unitName !== unit.name ? 'unit-name-differs' : undefined)
  say('C', displayName.length > maxNameLength ? 'name-too-long' : undefined)
  say('D', roleFault(judging.actor, unit, role))
  if (faults.size === 0 && unit && role) {
    const key = keyOfInvitation(unit.id, role, displayName)
    const before = judging.seen.get(key)
    if (before !== undefined) faults.set('C', { column: 'C', fault: 'duplicate', sameAsRow: before })
    else if (judging.invited.has(key)) say('C', 'invited-already')
    else judging.seen.set(key, rowNo)
  }
  return {
    rowNo,
    unitCode: unitCode.slice(0, maxKept),
    unitName: unitName.slice(0, maxKept),
    displayName: displayName.slice(0, maxKept),
    roleWord: roleWord.slice(0, maxKept),
    unitId: unit?.id ?? null,
    role: role ?? null,
    faults: [...faults.values()],
  }
}

function unitFault(actor: Actor, unit: NamedUnit | undefined, code: string): CellFault | undefined {
  if (code === '') return 'unit-missing'
  // Another county's unit is not here: there is none of that code.
  if (!unit) return 'unit-unknown'
  return maySeeGrants(actor, unit) ? undefined : 'unit-not-yours'
}

function roleFault(actor: Actor, unit: NamedUnit | undefined, role: Role | undefined): CellFault | undefined {
  if (role === undefined) return 'role-unknown'
  const elsewhere = unit === undefined || !maySeeGrants(actor, unit)
  return elsewhere || grantableRoles(actor, unit).includes(role) ? undefined : 'role-not-yours'
}
