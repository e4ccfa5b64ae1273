/**
 * The one access token of the mini-program (`/cgi-bin/stable_token`). In its normal mode WeChat gives every process the same token until five
 * minutes before its end, so processes need no lock among each other; the store only spares a call after a restart. Within a process
 * one renewal runs at a time. Forcing a new token ends the old one for everybody and is allowed 20 times a day: it is done only when
 * WeChat refuses the very token it hands out, and at most once a minute.
 */

export interface HeldToken {
  token: string
  expiresAt: Date
}

/** Where processes keep the token between restarts: a row, or this process's memory. Keep it sealed: it is a credential. */
export interface AccessTokenStore {
  read(): Promise<HeldToken | null>
  write(held: HeldToken): Promise<void>
}

export interface AccessToken {
  current(): Promise<string>
  /** The token to use now that WeChat refused this one. */
  insteadOf(refused: string): Promise<string>
}

/** A store for one process. */
export function memoryTokenStore(): AccessTokenStore {
  let held: HeldToken | null = null
  return {
    read: async () => held,
    write: async (next) => {
      held = next
    },
  }
}

const marginMs = 5 * 60_000
const forceEveryMs = 60_000

export interface AccessTokenOptions {
  store: AccessTokenStore
  /** Asks WeChat; `force` ends the token before. */
  fetchToken(force: boolean): Promise<{ token: string; expiresInSeconds: number }>
  clock: () => Date
}

export function makeAccessToken({ store, fetchToken, clock }: AccessTokenOptions): AccessToken {
  let held: HeldToken | null = null
  let flight: Promise<HeldToken> | undefined
  let forcedAt = Number.NEGATIVE_INFINITY
  const usable = (each: HeldToken | null): each is HeldToken => each !== null && each.expiresAt > clock()

  async function ask(force: boolean): Promise<HeldToken> {
    const { token, expiresInSeconds } = await fetchToken(force)
    // Leave the margin in which WeChat already hands out the next one; of a short remainder use half.
    const lifeMs = expiresInSeconds * 1000
    return { token, expiresAt: new Date(clock().getTime() + lifeMs - Math.min(marginMs, lifeMs / 2)) }
  }

  async function renew(refused: string | undefined): Promise<HeldToken> {
    const stored = await store.read()
    if (usable(stored) && stored.token !== refused) return stored
    let next = await ask(false)
    if (next.token === refused && clock().getTime() - forcedAt >= forceEveryMs) {
      forcedAt = clock().getTime()
      next = await ask(true)
    }
    await store.write(next)
    return next
  }

  async function renewOnce(refused?: string): Promise<string> {
    flight ??= renew(refused).finally(() => {
      flight = undefined
    })
    held = await flight
    return held.token
  }

  return {
    current: async () => (usable(held) ? held.token : renewOnce()),
    insteadOf: async (refused) => (usable(held) && held.token !== refused ? held.token : renewOnce(refused)),
  }
}
