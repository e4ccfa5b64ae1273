/**
 * What a screen is at. It asks for a code to show, waits until the keeper typed it, and then shows what it is given. It keeps its token and the codes
 * of the hours to come, so that it starts and goes on without network; the server's word that it was taken away is the only thing that ends it.
 */
import type { CountyId } from '@sidan/types/ids'
import type { RotatingCodes } from '@sidan/types/rotating-codes'
import { lastsMs } from '@sidan/types/rotating-codes'
import { requestScreen, type ScreenFace, showScreen } from '@sidan/types/screens'
import Taro from '@tarojs/taro'
import { call, type Failure } from '../../shared/api/call.ts'
import { heardAt, readClocks, resumedAt, type ServerTime, serverMs } from '../../shared/codes/server-time.ts'

interface Enrolling {
  readonly countyId: CountyId
  readonly token: string
}
export type Face = Omit<ScreenFace, 'codes'>
export interface Shown extends Enrolling {
  readonly is: 'shown'
  readonly face: Face
  readonly codes: RotatingCodes | null
  readonly time: ServerTime
}
interface Pairing extends Enrolling {
  readonly is: 'pairing'
  readonly shortCode: string
}
export type Stage =
  | { readonly is: 'choosing' }
  | { readonly is: 'asking'; readonly countyId: CountyId }
  | Pairing
  | Shown
  | { readonly is: 'gone'; readonly countyId: CountyId }

/** What to do next, and when; `failure` is why nothing new was heard. */
interface Next {
  readonly stage: Stage
  readonly waitMs?: number
  readonly failure?: Failure
}

const pairingMs = 3_000
const shownMs = 60_000
const retryMs = 15_000
/** With less than this it asks for new codes: once an hour. */
const freshMs = 11 * 3_600_000

/** One step on: asks the server what this stage asks for. */
export async function advance(stage: Stage): Promise<Next> {
  if (stage.is === 'pairing' || stage.is === 'shown') return look(stage)
  if (stage.is !== 'asking') return { stage }
  const { countyId } = stage
  const outcome = await call(requestScreen, { body: { countyId } })
  if (!outcome.ok) return { stage, waitMs: retryMs, failure: outcome }
  const { token, shortCode } = outcome.value
  return { stage: { is: 'pairing', countyId, token, shortCode }, waitMs: pairingMs }
}

async function look(stage: Pairing | Shown): Promise<Next> {
  const { countyId, token } = stage
  const asked = readClocks()
  const known = stage.is === 'shown' ? stage.codes : null
  const withCodes = !(stage.is === 'shown' && known && lastsMs(known, new Date(serverMs(stage.time, asked))) > freshMs)
  const outcome = await call(showScreen, { body: { countyId, token, withCodes } })
  if (!outcome.ok) {
    if (outcome.code !== 'screen-unknown') return { stage, waitMs: retryMs, failure: outcome }
    // What nobody confirmed in time asks for another code by itself; what was taken away does not.
    return stage.is === 'shown' ? { stage: { is: 'gone', countyId } } : { stage: { is: 'asking', countyId }, waitMs: 0 }
  }
  if (outcome.value.state === 'waiting') return { stage, waitMs: pairingMs }
  const { serverNow, face } = outcome.value
  const { codes, ...rest } = face
  const time = heardAt(serverNow, asked, readClocks())
  return { stage: { is: 'shown', countyId, token, face: rest, codes: codes ?? known, time }, waitMs: shownMs }
}

const stageKey = 'sidan.screen'
const codesKey = 'sidan.screen-codes'
type KeptShown = Omit<Shown, 'codes' | 'time'> & { readonly offsetMs: number }
type Kept = Exclude<Stage, Shown> | KeptShown

/** Writes down where it is; the codes, which are long, only when there are others. */
export function keepStage(stage: Stage, before: Stage): void {
  const codes = stage.is === 'shown' ? stage.codes : null
  const former = before.is === 'shown' ? before.codes : null
  if (codes === null) Taro.removeStorageSync(codesKey)
  else if (codes !== former) Taro.setStorageSync(codesKey, codes)
  Taro.setStorageSync(stageKey, keptOf(stage))
}

function keptOf(stage: Stage): Kept {
  if (stage.is !== 'shown') return stage
  const { codes: _codes, time, ...rest } = stage
  return { ...rest, offsetMs: time.offsetMs }
}

/** Where it was when it was switched off; what is new begins in the county of its address. */
export function keptStage(countyId: CountyId | undefined): Stage {
  const kept: Kept | '' = Taro.getStorageSync(stageKey)
  if (!kept || kept.is === 'choosing') return countyId === undefined ? { is: 'choosing' } : { is: 'asking', countyId }
  if (kept.is !== 'shown') return kept
  const codes: RotatingCodes | '' = Taro.getStorageSync(codesKey)
  const { offsetMs, ...rest } = kept
  return { ...rest, codes: codes || null, time: resumedAt(offsetMs, readClocks()) }
}
