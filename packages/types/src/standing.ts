/** Who fits what: why somebody may not serve somewhere, one code per reason. */

/** What a registered volunteer may lack where they would serve. */
export const lackCodes = [
  'age-unknown',
  'age-not-fitting',
  'guardian-consent-needed',
  'qualification-missing',
  'insurance-missing',
] as const

/** Every reason why somebody may not serve somewhere. */
export const unfitCodes = [...lackCodes, 'volunteer-needed'] as const
export type UnfitCode = (typeof unfitCodes)[number]
