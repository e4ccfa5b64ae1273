import { screenScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import type { Failure } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Qr } from '../../shared/ui/qr.tsx'
import { StationDrawing } from '../../shared/ui/station-drawing.tsx'
import { FullScreen, FullScreenButton } from './full-screen.tsx'

interface PairingProps {
  /** Undefined while it is asked for. */
  readonly shortCode: string | undefined
  readonly failure: Failure | undefined
}

const steps = [
  '专管员在手机上打开四单，首页点「站里的屏」',
  '选好是哪个站，点「接一块屏」',
  '扫这个码，或者照着输码下面的字，再给屏起个名字',
]

/** The code that the keeper types or scans on the phone; another one comes by itself after ten minutes. */
export function Pairing({ shortCode, failure }: PairingProps) {
  return (
    <FullScreen
      code={
        shortCode === undefined ? (
          <Box className="sd-wall-wait" role="status">
            {failure ? waitWords(failure) : '正在要配对码…'}
          </Box>
        ) : (
          <>
            <Qr value={screenScan(shortCode)} label={`配对码 ${formatShortCode(shortCode)}`} className="sd-wall-qr" />
            <Box className="sd-wall-typed">{formatShortCode(shortCode)}</Box>
          </>
        )
      }
    >
      <StationDrawing />
      <Box as="h1" className="sd-wall-name">
        把这块屏接到站里
      </Box>
      <Box as="ol" className="sd-wall-steps">
        {steps.map((words) => (
          <Box as="li" key={words} className="sd-wall-step">
            {words}
          </Box>
        ))}
      </Box>
      <Box className="sd-wall-state">
        <Icon name={failure ? 'offline' : 'hourglass'} size="s" />
        <Span className="sd-wall-state-words">
          {failure ? waitWords(failure) : '等专管员确认。码十分钟内有效，过了自己换一个'}
        </Span>
        <FullScreenButton />
      </Box>
    </FullScreen>
  )
}

const waitWords = (failure: Failure): string =>
  failure.code === 'offline' ? '没有网络。连上了会自己接着办' : problemText(failure)
