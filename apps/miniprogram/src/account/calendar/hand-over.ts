import type { CalendarFeed } from '@sidan/types/calendar-feeds'
import { linkTo } from '../../shared/navigation/links.ts'

/** Hands the link to the calendar of this device, where it has one that listens. */
export function subscribe({ path }: CalendarFeed): void {
  window.location.href = linkTo(path).replace(/^https?:/, 'webcal:')
}
