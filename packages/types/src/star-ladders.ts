/** How a county's stars are reached: a part of its policy, and beside every change of somebody's stars. */
import * as z from 'zod/mini'

const positive = z.int().check(z.gte(1))

/**
 * rule-12: the ladder in hours, ascending. `ratingSupplement`: from the star `fromLevel` on, who was rated at least `minRatings` times needs this average, in
 * tenths of a star, besides the hours; who was rated less often is judged by hours alone. Null: hours alone.
 */
export const Stars = z.strictObject({
  ladderHours: z.array(positive).check(
    z.minLength(1),
    z.refine((hours) => hours.every((step, index) => index === 0 || step > (hours[index - 1] ?? 0)), 'must ascend'),
  ),
  ratingSupplement: z.nullable(
    z.strictObject({
      fromLevel: positive,
      minRatings: positive,
      minAverageTenths: z.int().check(z.gte(10), z.lte(50)),
    }),
  ),
})
