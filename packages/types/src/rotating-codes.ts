/**
 * 轮换码. One code per step of 15 seconds: `v1.<county>.<screen>.<batch>.<step>.<mac>`. `batch` is the step with which the delivery began that the code
 * came in; the mac (80 bits, base 32) can be made by the server alone. Whoever shows codes holds those of the steps to come, and never the key.
 */
import * as z from 'zod/mini'

export const codeStepMs = 15_000
/** A screen holds the codes of the next 12 hours. */
export const screenSteps = (12 * 3_600_000) / codeStepMs
/** A phone holds those of the next half hour. */
export const phoneSteps = (30 * 60_000) / codeStepMs

/** The step in which a moment lies. */
export const stepOf = (moment: Date): number => Math.floor(moment.getTime() / codeStepMs)
/** When a step begins: the moment its code is of. */
export const startOfStep = (step: number): Date => new Date(step * codeStepMs)

/** A delivery: the code of step `firstStep + n` is `prefix.step.macs[n]`. */
export const RotatingCodes = z.strictObject({
  prefix: z.string(),
  firstStep: z.int().check(z.gte(0)),
  macs: z.array(z.string()),
})
export type RotatingCodes = z.infer<typeof RotatingCodes>

/** The code to show at a moment; null when the delivery does not reach it. */
export function codeAt({ prefix, firstStep, macs }: RotatingCodes, moment: Date): string | null {
  const step = stepOf(moment)
  const mac = macs[step - firstStep]
  return mac === undefined ? null : `${prefix}.${step}.${mac}`
}

/** For how long a delivery still lasts. */
export const lastsMs = ({ firstStep, macs }: RotatingCodes, moment: Date): number =>
  startOfStep(firstStep + macs.length).getTime() - moment.getTime()
