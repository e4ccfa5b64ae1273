import type { Tx } from '../../platform/db.ts'

/** Moves the pool's balance by so many minutes, after the posting that says why. False when it would be below 0. */
export async function movePool(tx: Tx, minutes: number): Promise<boolean> {
  const rows = await tx.rows(
    minutes > 0
      ? {
          name: 'time-pool.fill',
          text: `insert into time_pools as p (county_id, balance_minutes) values ($1, $2)
            on conflict (county_id) do update set balance_minutes = p.balance_minutes + excluded.balance_minutes returning 1`,
          values: [tx.countyId, minutes],
        }
      : {
          name: 'time-pool.take',
          text: `update time_pools set balance_minutes = balance_minutes + $2 where county_id = $1 and balance_minutes + $2 >= 0 returning 1`,
          values: [tx.countyId, minutes],
        },
  )
  return rows.length === 1
}

export async function insertPoolGift(tx: Tx, gift: { id: string; fromId: string; minutes: number }): Promise<void> {
  await tx.rows({
    name: 'time-pool.insert-gift',
    text: 'insert into time_pool_gifts (county_id, id, from_id, minutes, given_at) values ($1, $2, $3, $4, $5)',
    values: [tx.countyId, gift.id, gift.fromId, gift.minutes, tx.now],
  })
}
