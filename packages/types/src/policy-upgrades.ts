/** Stored policies of every schema that there was, brought to the newest step by step. Pure: what was stored stays as it is. */
import * as z from 'zod/mini'
import { Policy } from './policy.ts'

const Versioned = z.looseObject({ schemaVersion: z.int() })
type Stored = z.infer<typeof Versioned>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
/** What holds for a county that decided before there were rotating codes. */
const relayMinutesBefore = 10

/** What holds for a county that let ratings count before it said how. */
const ratingSupplementBefore = { fromLevel: 3, minRatings: 5, minAverageTenths: 40 }

/** Actions that were written before a campaign had its days are counted by the time, and run. */
const datedActions = (actions: unknown): unknown =>
  Array.isArray(actions) ? actions.map((action) => ({ ...action, measure: '次', from: null, until: null })) : actions

/** By the version they start from: what the next one asks for besides. Off, null or a careful figure until somebody decides. */
const upgraders: Readonly<Record<number, (document: Stored) => Stored>> = {
  1: (document) => ({
    ...document,
    schemaVersion: 2,
    people: { dualAffiliation: null },
    aims: Array.isArray(document['aims'])
      ? document['aims'].map((aim) => ({ ...aim, measure: null }))
      : document['aims'],
  }),
  2: (document) => ({
    ...document,
    schemaVersion: 3,
    hours: isObject(document['hours']) ? { ...document['hours'], relayMinutes: relayMinutesBefore } : document['hours'],
  }),
  3: ({ hours, stars, ...document }) => ({
    ...document,
    schemaVersion: 4,
    hours: isObject(hours) ? { ...hours, manualEntry: null, publicNoticeDays: 0 } : hours,
    stars: isObject(stars)
      ? { ...stars, ratingSupplement: Reflect.get(stars, 'ratingSupplement') === true ? ratingSupplementBefore : null }
      : stars,
  }),
  4: (document) => ({ ...document, schemaVersion: 5, timeBank: null }),
  5: (document) => ({
    ...document,
    schemaVersion: 6,
    benefits: Array.isArray(document['benefits'])
      ? document['benefits'].map((benefit) => ({ ...benefit, kind: 'scan', givenBy: null }))
      : document['benefits'],
  }),
  6: ({ points, ...document }) => ({
    ...document,
    schemaVersion: 7,
    points: isObject(points)
      ? { ...points, earningActions: datedActions(Reflect.get(points, 'earningActions')) }
      : points,
  }),
  7: (document) => ({
    ...document,
    schemaVersion: 8,
    rewards: isObject(document['rewards']) ? { ...document['rewards'], family: null } : document['rewards'],
  }),
  8: (document) => ({
    ...document,
    schemaVersion: 9,
    hours: isObject(document['hours']) ? { ...document['hours'], jumpMinutes: null } : document['hours'],
  }),
}

/** A document brought to the newest schema, step by step, unchecked; what has no known version stays as it is. */
export function upgraded(stored: unknown): unknown {
  const found = z.safeParse(Versioned, stored)
  const upgrade = found.success ? upgraders[found.data.schemaVersion] : undefined
  return found.success && upgrade ? upgraded(upgrade(found.data)) : stored
}

/** Brings a stored document to the newest schema and checks it. Throws a ZodError that names the fields. */
export const upgradePolicy = (stored: unknown): Policy => z.parse(Policy, upgraded(stored))
