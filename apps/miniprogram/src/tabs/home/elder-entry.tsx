import { Button } from '../../shared/ui/button.tsx'
import { setElder } from '../../shared/ui/modes.ts'

/** The way into 长辈版, on the first screen; the way back stands on every page while it is on. */
export function ElderEntry() {
  return (
    <Button kind="outlined" size="l" icon="eye" onPress={() => setElder(true)}>
      长辈版·字大些
    </Button>
  )
}
