import { Box, Span } from './box.tsx'
import { Press } from './press.tsx'
import './page-foot.css'

export interface PageFootProps {
  /** 京山市新时代文明实践中心 */
  readonly organiser: string
  /** 鄂ICP备00000000号; left out until there is one. */
  readonly filingNumber?: string
  readonly onComplaint: () => void
}

/** Who runs this, its filing number, and where to complain: plain text at the foot of entry pages. */
export function PageFoot({ organiser, filingNumber, onComplaint }: PageFootProps) {
  return (
    <Box as="footer" className="sd-foot">
      <Box>{`主办 ${organiser}`}</Box>
      <Box className="sd-foot-line">
        {filingNumber ? <Span>{`${filingNumber}·`}</Span> : null}
        <Press className="sd-foot-link" onPress={onComplaint}>
          意见与投诉
        </Press>
      </Box>
    </Box>
  )
}
