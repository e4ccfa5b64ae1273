import { type CellError, maxSheetRows, type SheetImport } from '@sidan/types/sheet-imports'

const cells: Record<CellError['fault'], string> = {
  formula: '是公式，请直接写字',
  'unit-missing': '单位代码空着',
  'unit-unknown': '没有这个单位',
  'unit-not-yours': '这个单位不归您管',
  'unit-name-differs': '名称和代码对不上',
  'name-too-long': '称呼太长，二十个字以内',
  'role-unknown': '没有这个角色，看看“怎么填”',
  'role-not-yours': '这个角色要由上一级来给',
  duplicate: '重复了',
  'invited-already': '已经发过邀请码了',
}

/** B17: 没有这个单位. */
export const cellWords = ({ cell, fault, sameAsRow }: CellError): string =>
  `${cell}：${cells[fault]}${sameAsRow === null ? '' : `，和第 ${sameAsRow} 行一样`}`

const sheets: Record<NonNullable<SheetImport['fault']>, string> = {
  'not-a-sheet': '这个文件打不开，请用下载的表格来填，存成 .xlsx',
  'too-large': '这个文件展开以后太大，分几张来传',
  'too-many-rows': `行数太多，一张最多 ${maxSheetRows} 行，分几张来传`,
  'wrong-columns': '第一行对不上，请不要改表头',
  'no-rows': '表里还没有写人：把“姓氏称呼”填上再传',
}

/** Why a sheet was not taken as a whole. */
export const sheetFaultWords = ({ fault, wrongColumns }: SheetImport): string => {
  if (fault === null) return ''
  const which = wrongColumns.map(
    ({ cell, expected, found }) => `${cell} 应该是“${expected}”，现在是“${found || '空的'}”`,
  )
  return [sheets[fault], ...which].join('；')
}

export const sheetStateWords = ({ state, goodCount, badCount }: SheetImport): string => {
  if (state === 'waiting') return '排队等着读'
  if (state === 'reading') return '正在读'
  if (state === 'issuing') return '正在发邀请码'
  if (state === 'refused') return '没收下'
  if (state === 'done') return `发了 ${goodCount} 个邀请码`
  return badCount === 0 ? `${goodCount} 行都没问题` : `${goodCount} 行没问题，${badCount} 行要改`
}
