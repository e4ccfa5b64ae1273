/** What a story is told with. */
import type { Preset } from '@sidan/types/preset'
import type { Crypto } from '../platform/crypto.ts'
import type { Database, Tx } from '../platform/db.ts'

export interface StoryClock {
  now: Date
}

export interface Telling {
  /** A pool whose clock is the story's. */
  db: Database
  clock: StoryClock
  crypto: Crypto
  preset: Preset
  countyId: Tx['countyId']
}
