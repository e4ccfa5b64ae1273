import type { EndpointDoc } from './endpoint-doc.ts'

/** Screens and rotating codes as the reference page says them. */
export const screens: Record<string, EndpointDoc> = {
  requestScreen: {
    summary: 'A device that is to become a screen asks for the code it shows',
    description:
      'Ten minutes, one use. Its token is good for nothing until a keeper typed the code; a hash of it is kept.',
  },
  showScreen: {
    summary: 'What a screen shows: its unit, who is on duty, what comes next, and the codes of the next 12 hours',
    description: 'The screen never holds the key. `serverNow` tells it by how much its own clock is wrong.',
  },
  enrolScreen: { summary: 'The keeper of a unit, or one above, types the code a device shows and names the screen' },
  listScreens: { summary: 'The screens of a unit, with when each was last seen' },
  revokeScreen: { summary: 'Takes a screen away: its codes prove nothing from then on' },
  issueCodes: {
    summary: 'Rotating codes on the phone of whoever runs a shift or an order away from a station',
    description: 'For half an hour at a time. Whoever shows the codes cannot clock with them: that goes to review.',
  },
}
