import { useEffect, useState } from 'react'
import { photoSource } from '../api/photos.ts'
import { Box } from '../ui/box.tsx'
import { Icon } from '../ui/icon.tsx'
import { Picture } from '../ui/picture.tsx'
import { Press } from '../ui/press.tsx'
import './photo-shown.css'

export interface PhotoShownProps {
  readonly hash: string
  readonly alt: string
  readonly onRemove?: () => void
}

/** A stored photo, small; it is fetched with the session, for it is not public. */
export function PhotoShown({ hash, alt, onRemove }: PhotoShownProps) {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    let there = true
    void photoSource(hash).then((found) => there && setSource(found))
    return () => {
      there = false
    }
  }, [hash])
  return (
    <Box className="sd-photo">
      {source ? <Picture src={source} alt={alt} className="sd-photo-picture" /> : <Box className="sd-photo-picture" />}
      {onRemove ? (
        <Press className="sd-photo-remove" label={`去掉${alt}`} onPress={onRemove}>
          <Icon name="cross" size="s" />
        </Press>
      ) : null}
    </Box>
  )
}
