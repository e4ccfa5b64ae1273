/** Whatever happened in a test, the books of its first county add up. */
import { expect } from '@jest/globals'
import { sweepChecks } from '../database-files.ts'
import { sweepCounty } from '../features/sweep/sweep-county.ts'
import type { TestApp } from './test-app.ts'

/** Asks every check of the sweep: none finds a difference. */
export async function expectSwept(test: TestApp): Promise<void> {
  const { checks } = await test.db.inCounty(test.county.countyId, (tx) => sweepCounty(tx, sweepChecks()))
  expect(checks.filter(({ differences }) => differences > 0)).toEqual([])
}

/** For afterAll: closes the app after a last look at its books; one that did not start has none. */
export async function closeSwept(test: TestApp | undefined): Promise<void> {
  if (!test) return
  try {
    await expectSwept(test)
  } finally {
    await test.close()
  }
}
