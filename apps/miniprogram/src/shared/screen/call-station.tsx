import { keptMe } from '../session/kept-me.ts'
import { CallButton } from '../ui/call-button.tsx'

/** Calls this person's own station; nothing while it is not known. */
export function CallStation() {
  const station = keptMe()?.homeStation
  if (!station) return null
  return <CallButton title="打电话给站里" line={`${station.name}接`} phone={station.phone} />
}
