import type { Tx } from '../../platform/db.ts'

/** Words and icons of the county's risks by code. */
export async function riskWords(tx: Tx): Promise<Map<string, { question: string; icon: string }>> {
  const rows = await tx.rows<{ code: string; question: string; icon: string }>({
    name: 'catalog.risks',
    text: 'select code, question, icon from risks where county_id = $1',
    values: [tx.countyId],
  })
  return new Map(rows.map(({ code, ...words }) => [code, words]))
}
