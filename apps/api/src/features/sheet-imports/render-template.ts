import { roleWords } from '@sidan/types/role-words'
import { sheetColumns } from '@sidan/types/sheet-imports'
import type { Tx } from '../../platform/db.ts'
import type { WrittenSheet } from '../../platform/sheets.ts'
import { type Actor, grantableRoles } from '../roles/rules.ts'
import { findUnits } from './store.ts'

/** The template: a row per unit of the caller's subtree, with the role that is mostly meant, and a second sheet that says how to fill it. */
export async function renderTemplate(tx: Tx, actor: Actor): Promise<WrittenSheet[]> {
  const rows = (await findUnits(tx)).flatMap((unit) => {
    const roles = grantableRoles(actor, unit)
    const role = roles.includes('keeper') ? 'keeper' : roles[0]
    return role ? [{ unit, role, roles }] : []
  })
  const words = [...new Set(rows.flatMap(({ roles }) => roles))].map((role) => roleWords[role])
  return [
    {
      name: '名单',
      head: [...sheetColumns],
      rows: rows.map(({ unit, role }) => [unit.code, unit.name, '', roleWords[role]]),
      widths: [20, 36, 16, 14],
    },
    {
      name: '怎么填',
      head: ['怎么填'],
      rows: [
        ['“姓氏称呼”填平时怎么叫，比如 李师傅，不写全名。空着的行不算。'],
        ['一个单位有几位，就把那一行多抄几遍。'],
        [`“角色”可以填：${words.join('、')}`],
        ['不要写公式，不要改第一行。'],
      ],
      widths: [60],
    },
  ]
}
