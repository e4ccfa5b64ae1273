/** A county as data: what a clerk writes to set it up. Units of the tiers come from the list of divisions beside it. */
import * as z from 'zod/mini'
import { ServicePlace } from './catalog.ts'
import { Policy } from './policy.ts'
import { TeamKind, TeamLevel } from './teams.ts'

const code = z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9-]{0,39}$/))
const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const CatalogueEntry = z.strictObject({
  code,
  title: words(30),
  line: words(40),
  platform: code,
  type: z.optional(words(20)),
  scope: z.enum(['county', 'township']),
  place: ServicePlace,
  durationMinutes: z.int().check(z.gte(10), z.lte(600)),
  answerWithinMinutes: z.int().check(z.gte(30), z.lte(10_000)),
  icon: code,
  forGroup: z.optional(z.boolean()),
  hazardous: z.optional(z.boolean()),
  skill: z.optional(code),
  qualification: z.optional(code),
  risks: z.optional(z.array(code)),
})
export type CatalogueEntry = z.infer<typeof CatalogueEntry>

/** `unit`: a division code, `center`, or a department's code. */
export const TeamEntry = z.strictObject({
  code,
  name: words(30),
  level: TeamLevel,
  kind: z.optional(TeamKind),
  unit: code,
  skills: z.optional(z.array(code)),
  platform: z.optional(code),
})

/** The file a clerk writes. */
export const PresetFile = z.strictObject({
  county: z.strictObject({
    code: z.int(),
    pinyin: code,
    name: words(20),
    organiser: words(40),
    filingNumber: words(40),
    complaintsPhone: words(20),
  }),
  divisions: words(60),
  naming: z.strictObject({ center: words(40), instituteSuffix: words(10), stationSuffix: words(10) }),
  stationDefaults: z.strictObject({ opensAt: clockTime, closesAt: clockTime, phone: words(20) }),
  departments: z.array(z.strictObject({ code, name: words(30) })),
  skills: z.array(z.strictObject({ code, name: words(20) })),
  /** Papers that volunteers may hold (电工证); left out: those commonly known, and what the catalogue asks for. */
  qualifications: z.optional(z.array(z.strictObject({ code, name: words(20) }))),
  risks: z.array(z.strictObject({ code, question: words(20), icon: code })),
  catalogue: z.array(CatalogueEntry),
  teams: z.array(TeamEntry),
  /** Pairs of townships that border on each other, when somebody knows: who lives next door is asked before who lives far away. */
  adjacency: z.optional(z.array(z.tuple([code, code]))),
  /** A squad in every village and community, named after it. */
  squadSuffix: z.optional(words(20)),
  rewardItems: z.array(
    z.strictObject({
      code,
      title: words(20),
      icon: code,
      points: z.int().check(z.gte(1)),
      stock: z.int().check(z.gte(0)),
      unit: code,
    }),
  ),
  policy: Policy,
})
export type PresetFile = z.infer<typeof PresetFile>

export interface PresetUnit {
  code: string
  tier: 'center' | 'institute' | 'station' | 'department'
  name: string
  /** Code of the unit above; none for the center. */
  parent: string | undefined
}

/** A preset with its units spelled out, checked as a whole. */
export interface Preset extends PresetFile {
  units: PresetUnit[]
  qualifications: { code: string; name: string }[]
}
