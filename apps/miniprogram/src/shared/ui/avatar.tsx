import { avatarCharacter } from '../format/amount-words.ts'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import './avatar.css'

export interface AvatarProps {
  /** The name as the page shows it; its surname is drawn. */
  readonly name: string
  readonly size?: 'm' | 'l'
}

/** A person: the surname on a soft round. Says nothing by itself; the name stands beside it. */
export function Avatar({ name, size = 'm' }: AvatarProps) {
  return (
    <Box className={classes('sd-avatar', `sd-avatar-${size}`)} hidden>
      {avatarCharacter(name)}
    </Box>
  )
}
