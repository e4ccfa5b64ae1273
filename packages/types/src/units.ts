/**
 * Units of the wire. Every amount is an integer whose name ends in its unit; every time is UTC.
 */
import * as z from 'zod/mini'

/** A moment: ISO 8601 in UTC, e.g. `2026-11-26T01:00:00.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A civil day in Asia/Shanghai: `YYYY-MM-DD`. */
export const CivilDay = z.iso.date()
export type CivilDay = z.infer<typeof CivilDay>

/** A civil month in Asia/Shanghai: `YYYY-MM`. */
export const CivilMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export type CivilMonth = z.infer<typeof CivilMonth>

/** Whole minutes of service, travel excluded (rule-11). */
export const Minutes = z.int().check(z.gte(0))
/** Volunteers' points (志愿积分); never money (rule-13). */
export const Points = z.int().check(z.gte(0))
/** How many of something; also person-times (人次). */
export const Count = z.int().check(z.gte(0))

/** A part of a day as people say it: morning to 12:00, afternoon to 18:00, evening to 21:00. */
export const DayPart = z.enum(['morning', 'afternoon', 'evening', 'any'])
export type DayPart = z.infer<typeof DayPart>

/** When a service suits: a day and its part; `day: null` means “any day, as you arrange”. */
export const Slot = z.strictObject({ day: z.nullable(CivilDay), part: DayPart })
export type Slot = z.infer<typeof Slot>

/** Free text a person typed: trimmed, 1 to `max` characters. */
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

/** A mainland mobile number, or a landline with area code. */
export const Phone = z.string().check(z.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/))
