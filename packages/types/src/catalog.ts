/** 服务清单 — what can be ordered, by platform. */
import * as z from 'zod/mini'
import { CatalogItemId } from './ids.ts'
import { Minutes } from './units.ts'

/** Where a service happens: at the requester's home, at the station, or either. */
export const ServicePlace = z.enum(['home', 'station', 'either'])
export type ServicePlace = z.infer<typeof ServicePlace>

/** A risk a requester answers with yes or no (rule-04). `question` is the short word on the tick, e.g. 狗. */
export const Risk = z.strictObject({ code: z.string(), question: z.string(), icon: z.string() })
export type Risk = z.infer<typeof Risk>

/** One line of the menu as a resident sees it; `line` is its one grey second line. */
export const CatalogItem = z.strictObject({
  itemId: CatalogItemId,
  title: z.string(),
  line: z.string(),
  icon: z.string(),
  platformCode: z.string(),
  platformName: z.string(),
  place: ServicePlace,
  durationMinutes: Minutes,
  forGroup: z.boolean(),
  hazardous: z.boolean(),
})
export type CatalogItem = z.infer<typeof CatalogItem>
