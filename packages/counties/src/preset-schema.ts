/** The preset's schema for editors: what `readPreset` holds a file to, as JSON Schema, so that a clerk is helped while writing. */
import { PresetFile } from '@sidan/types/preset'
import * as z from 'zod/mini'

/** The content of `preset.schema.json`. What no schema can say (a platform that does not exist) is found by `readPreset`. */
export function presetSchemaText(): string {
  const schema = z.toJSONSchema(PresetFile, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'A county’s preset' }, null, 2)}\n`
}
