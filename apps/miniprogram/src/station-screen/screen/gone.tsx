import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { StationDrawing } from '../../shared/ui/station-drawing.tsx'
import { FullScreen } from './full-screen.tsx'

/** The keeper took it away, or the unit was closed. */
export function Gone({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <FullScreen
      code={
        <Box className="sd-wall-wait">
          <Icon name="lock" className="sd-wall-lock" />
          <Box>这里不再出码</Box>
        </Box>
      }
    >
      <StationDrawing />
      <Box as="h1" className="sd-wall-name">
        这块屏停用了
      </Box>
      <Box className="sd-wall-said">
        专管员在手机上停用了它，或者这个站关了。从这以后没有码；以前在这里扫过的都算数。签到先扫墙上贴的码。
      </Box>
      <Box className="sd-wall-again">
        <Button size="l" onPress={onAgain}>
          重新接到站里
        </Button>
      </Box>
    </FullScreen>
  )
}
