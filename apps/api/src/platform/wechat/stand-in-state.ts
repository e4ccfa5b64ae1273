/** What the stand-in remembers: tokens, one-use codes, who is active, who subscribed, what was sent. Lives in memory only. */
import { randomBytes } from 'node:crypto'

const tokenLifeMs = 7_200_000
const renewBeforeMs = 300_000
const forceEveryMs = 30_000
const codeLifeMs = 300_000
const activeMs = 7_200_000
const sessionsPerMinute = 100

/** A subscribe message that went out. */
export interface SentMessage {
  openid: string
  templateId: string
  page: string | null
  data: Record<string, string>
}

interface OneUseCode {
  value: string
  endsAt: number
  used: boolean
}

export type Redeemed = { value: string } | 'unknown' | 'used' | 'over'

export interface StandInOptions {
  appId: string
  appSecret: string
  /** 0 or absent: any free port of the loopback address. */
  port?: number
  clock?: () => Date
  /**
   * Every openid counts as a user of this mini-program who is using it now. For a demonstration, whose people were never seen by WeChat;
   * otherwise only who signed in is known, and active for two hours.
   */
  everybodyIsActive?: boolean
}

const draw = (bytes: number) => randomBytes(bytes).toString('base64url')

export class StandInState {
  readonly sent: SentMessage[] = []
  readonly appId: string
  readonly appSecret: string
  private readonly tokens = new Map<string, number>()
  private latest: { token: string; madeAt: number } | undefined
  private readonly codes = { login: new Map<string, OneUseCode>(), phone: new Map<string, OneUseCode>() }
  private readonly seenAt = new Map<string, number>()
  private readonly sessions = new Map<string, { minute: number; count: number }>()
  private readonly agreements = new Map<string, number>()
  private readonly everybodyIsActive: boolean
  private readonly clock: () => Date

  constructor({ appId, appSecret, clock = () => new Date(), everybodyIsActive = false }: StandInOptions) {
    this.appId = appId
    this.appSecret = appSecret
    this.clock = clock
    this.everybodyIsActive = everybodyIsActive
  }

  private now = () => this.clock().getTime()

  /** Normal mode repeats the latest token until five minutes before its end; force ends it, at most every 30 s. */
  stableToken(force: boolean): { token: string; expiresInSeconds: number } {
    const now = this.now()
    const endsAt = (this.latest && this.tokens.get(this.latest.token)) ?? 0
    const forced = force && now - (this.latest?.madeAt ?? 0) >= forceEveryMs
    if (this.latest && endsAt - now > renewBeforeMs && !forced)
      return { token: this.latest.token, expiresInSeconds: Math.floor((endsAt - now) / 1000) }
    if (this.latest && forced) this.tokens.delete(this.latest.token)
    this.latest = { token: draw(64), madeAt: now }
    this.tokens.set(this.latest.token, now + tokenLifeMs)
    return { token: this.latest.token, expiresInSeconds: tokenLifeMs / 1000 }
  }

  tokenIs(token: string): 'good' | 'over' | 'unknown' {
    const endsAt = this.tokens.get(token)
    if (endsAt === undefined) return 'unknown'
    return endsAt > this.now() ? 'good' : 'over'
  }

  /** Ends every token so far, as when somebody else forced a new one. */
  forgetTokens(): void {
    this.tokens.clear()
    this.latest = undefined
  }

  issue(kind: 'login' | 'phone', value: string): string {
    const code = `demo-${draw(18)}`
    this.codes[kind].set(code, { value, endsAt: this.now() + codeLifeMs, used: false })
    return code
  }

  redeem(kind: 'login' | 'phone', code: string): Redeemed {
    const issued = this.codes[kind].get(code)
    if (!issued) return 'unknown'
    if (issued.used) return 'used'
    if (issued.endsAt <= this.now()) return 'over'
    issued.used = true
    return { value: issued.value }
  }

  /** Counts a sign-in; false when this user had 100 within the minute. */
  signIn(openid: string): boolean {
    const minute = Math.floor(this.now() / 60_000)
    const before = this.sessions.get(openid)
    const count = before?.minute === minute ? before.count + 1 : 1
    this.sessions.set(openid, { minute, count })
    this.seenAt.set(openid, this.now())
    return count <= sessionsPerMinute
  }

  openidIs(openid: string): 'active' | 'inactive' | 'unknown' {
    if (this.everybodyIsActive) return openid.length > 0 ? 'active' : 'unknown'
    const seenAt = this.seenAt.get(openid)
    if (seenAt === undefined) return 'unknown'
    return this.now() - seenAt < activeMs ? 'active' : 'inactive'
  }

  subscribe(openid: string, templateId: string): void {
    const key = `${openid} ${templateId}`
    this.agreements.set(key, (this.agreements.get(key) ?? 0) + 1)
  }

  /** Uses up one agreement to one message. */
  deliver(message: SentMessage): boolean {
    const key = `${message.openid} ${message.templateId}`
    const left = this.agreements.get(key) ?? 0
    if (left === 0) return false
    this.agreements.set(key, left - 1)
    this.sent.push(message)
    return true
  }
}
