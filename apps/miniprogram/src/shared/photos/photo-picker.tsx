import { useState } from 'react'
import { uploadPhoto } from '../api/photos.ts'
import { problemText } from '../api/problem-text.ts'
import { Box } from '../ui/box.tsx'
import { Button } from '../ui/button.tsx'
import { sayProblem } from '../ui/toast.tsx'
import { PhotoShown } from './photo-shown.tsx'
import { pickPhotos } from './pick-photos.ts'

/** Adds photos and shows them; each is sent at once and named by its content. Never asked for, only offered (rule-29). */
export function PhotoPicker({
  most = 9,
  words = '加照片（可不加）',
  hashes,
  onChange,
}: {
  /** How many there may be. */
  readonly most?: number
  readonly words?: string
  readonly hashes: readonly string[]
  readonly onChange: (hashes: readonly string[]) => void
}) {
  const [busy, setBusy] = useState(false)
  const add = async () => {
    const picked = await pickPhotos(most - hashes.length)
    setBusy(true)
    const sent = new Set(hashes)
    for (const photo of picked) {
      const outcome = await uploadPhoto(photo)
      if (outcome.ok) sent.add(outcome.value.hash)
      else sayProblem(problemText(outcome))
    }
    setBusy(false)
    onChange([...sent])
  }
  return (
    <Box className="sd-stack">
      {hashes.length > 0 ? (
        <Box className="sd-line">
          {hashes.map((hash, index) => (
            <PhotoShown
              key={hash}
              hash={hash}
              alt={`第 ${index + 1} 张照片`}
              onRemove={() => onChange(hashes.filter((one) => one !== hash))}
            />
          ))}
        </Box>
      ) : null}
      {hashes.length < most ? (
        <Button kind="outlined" icon="camera" busy={busy && '正在传…'} onPress={() => void add()}>
          {words}
        </Button>
      ) : null}
    </Box>
  )
}
