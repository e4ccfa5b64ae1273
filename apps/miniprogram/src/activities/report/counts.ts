import type { Attendee } from '@sidan/types/signups'

/** What the roll says of a shift: who was served, who helped, and of whom nothing was said. */
export function countsOf(attendees: readonly Attendee[]): { served: number; volunteers: number; unmarked: number } {
  const confirmed = attendees.filter(({ state }) => state === 'confirmed')
  const present = confirmed.filter(({ attendance }) => attendance === 'present')
  const volunteers = present.filter(({ kind }) => kind === 'volunteer').length
  return {
    served: present.length - volunteers,
    volunteers,
    unmarked: confirmed.filter(({ attendance }) => attendance === null).length,
  }
}
