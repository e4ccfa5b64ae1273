import { useMemo } from 'react'
import { encode } from 'uqr'
import { Picture, svgUri } from './picture.tsx'

export interface QrProps {
  /** What the code holds. */
  readonly value: string
  /** What it is for, in words: 领取码 V3QD-8KT. */
  readonly label: string
  readonly className?: string
}

/** A QR code: dark on white in every mode, a quiet margin of four cells, medium error correction. */
export function Qr({ value, label, className = 'sd-qr' }: QrProps) {
  const src = useMemo(() => qrUri(value), [value])
  return <Picture src={src} alt={label} className={className} />
}

/** The code as a drawing: one path, one run of dark cells after the other. */
function qrUri(value: string): string {
  const { data, size } = encode(value, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}Z`))
  return svgUri(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' width='${size * 8}' height='${size * 8}' shape-rendering='crispEdges'><path fill='white' d='M0 0h${size}v${size}H0Z'/><path fill='#15211D' d='${runs.join('')}'/></svg>`,
  )
}

function darkRuns(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1]
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
