/** Replays the worked example of docs/hours.md: after each step the page shows what the records, the totals and the ledger hold. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { approveRecord, getRecordWhy } from '@sidan/types/records'
import { rootFolder } from '../../env.ts'
import { correct, reverse } from '../../testing/corrections.ts'
import { approve, served } from '../../testing/county-life.ts'
import { entered } from '../../testing/manual-entries.ts'
import { run } from '../../testing/papers.ts'
import { startTestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

const versions = async (w: World, recordId: string | undefined): Promise<string> => {
  if (recordId === undefined) return ''
  const why = await w.done('volunteer', getRecordWhy, { params: { recordId } })
  return why.versions.map(({ version, state }) => `${version} ${state}`).join(', ')
}

async function earnedMinutes(w: World): Promise<number> {
  const [account] = (await run(
    w,
    `select balance::int as minutes from accounts where county_id = $1 and person_id = $2 and code = 'earnedMinutes'`,
    w.county.cast['volunteer'],
  )) as { minutes: number }[]
  return account?.minutes ?? 0
}

it('the worked example of docs/hours.md is what stands after each of its steps when it is played', async () => {
  const test = await startTestApp({ twoCounties: true })
  const w = await makeWorld(test)
  const table: string[] = []
  const stands = async (step: string, clocked: string, byHand?: string) => {
    const { clockedMinutes, declaredMinutes, availablePoints } = await w.done('volunteer', getBalances)
    const totals = [clockedMinutes, declaredMinutes, await earnedMinutes(w), availablePoints]
    table.push(`| ${[step, await versions(w, clocked), await versions(w, byHand), ...totals].join(' | ')} |`)
  }
  try {
    const { recordId } = await served(w, w.accepted, 90)
    await stands('1. clocked', recordId)
    await approve(w, recordId)
    await stands('2. approved', recordId)
    const right = await correct(w, recordId, { end: -30 })
    await stands('3. corrected', recordId)
    w.minutesLater(180)
    const entry = { personId: w.county.cast['volunteer'] }
    const { body: byHand } = await entered(w, 'keeper', entry, { minutes: 40, endedMinutesAgo: 30 })
    await stands('4. entered by hand', recordId, byHand.recordId)
    await w.done('center', approveRecord, { params: { recordId: byHand.recordId }, body: { version: 1 } })
    await stands('5. approved by another', recordId, byHand.recordId)
    await reverse(w, right.recordId, right.version)
    await stands('6. taken back', recordId, byHand.recordId)

    const page = readFileSync(join(rootFolder, 'docs/hours.md'), 'utf8')
    expect(page.split('\n').filter((line) => /^\| \d\. /.test(line))).toEqual(table)
  } finally {
    await test.close()
  }
})
