import { codeAt, codeStepMs, type RotatingCodes } from '@sidan/types/rotating-codes'
import { Box } from '../ui/box.tsx'
import { Icon } from '../ui/icon.tsx'
import { Qr } from '../ui/qr.tsx'
import './rotating-code.css'

export interface RotatingCodeProps {
  readonly codes: RotatingCodes | null
  /** The time at the server. */
  readonly nowMs: number
  /** What it is for, where that is not 签到签退: read aloud, beside the seconds, and said when no code is left. */
  readonly use?: { readonly label: string; readonly aside: string; readonly without: string }
}

const clocking = {
  label: '签到签退的码，每 15 秒换一个',
  aside: '没信号也能扫',
  without: '连上网，码自己会回来。这会儿先扫墙上贴的码。',
}

/** The code of these 15 seconds, and how long it still stands. Without any left it says so. */
export function RotatingCode({ codes, nowMs, use = clocking }: RotatingCodeProps) {
  const code = codes && codeAt(codes, new Date(nowMs))
  if (code === null)
    return (
      <Box className="sd-turning sd-turning-over" role="status">
        <Icon name="offline" size="l" />
        <Box className="sd-turning-word">码用完了</Box>
        <Box>{use.without}</Box>
      </Box>
    )
  const leftMs = codeStepMs - (nowMs % codeStepMs)
  return (
    <Box className="sd-turning">
      <Qr value={code} label={use.label} className="sd-turning-qr" />
      <Box className="sd-turning-track" hidden>
        <Box className="sd-turning-bar" style={{ width: `${(leftMs / codeStepMs) * 100}%` }} />
      </Box>
      <Box className="sd-turning-below">
        <Box>{`${Math.ceil(leftMs / 1000)} 秒后换新码`}</Box>
        <Box className="sd-turning-aside">{use.aside}</Box>
      </Box>
    </Box>
  )
}
