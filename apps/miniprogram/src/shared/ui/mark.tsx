import { Box } from './box.tsx'
import './mark.css'

/** 田 — four orders, four stamps: the mark of the product, in cinnabar. */
export function Mark() {
  return (
    <Box className="sd-mark" hidden>
      <Box className="sd-mark-field">
        <Box className="sd-mark-across" />
        <Box className="sd-mark-down" />
      </Box>
    </Box>
  )
}

/** The seal of a certificate, two lines of two characters; the only other place of cinnabar and serif. */
export function Seal({ lines }: { readonly lines: readonly [string, string] }) {
  return (
    <Box className="sd-seal" hidden>
      <Box>{lines[0]}</Box>
      <Box>{lines[1]}</Box>
    </Box>
  )
}
