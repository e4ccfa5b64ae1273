import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import './check-tile.css'

export interface CheckTileProps {
  readonly checked: boolean
  readonly onToggle: () => void
  /** What is picked, for those who listen: 李师傅，上门理发. */
  readonly label: string
  /** `radio`: one of several. */
  readonly kind?: 'checkbox' | 'radio'
}

/** Picks a row; the target is 44 (elder 60) around a 26-px tile. */
export function CheckTile({ checked, onToggle, label, kind = 'checkbox' }: CheckTileProps) {
  return (
    <Press className="sd-check" role={kind} checked={checked} label={label} onPress={onToggle}>
      <Box className={classes('sd-check-box', `sd-check-${kind}`, checked && 'sd-check-on')}>
        {checked && kind === 'checkbox' ? <Icon name="check" size="s" /> : null}
      </Box>
    </Press>
  )
}
