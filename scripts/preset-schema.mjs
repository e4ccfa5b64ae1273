/** `pnpm county:schema`: writes the JSON Schema of presets for editors; a test says when it must be run. */
import { writeFileSync } from 'node:fs'
import { tsImport } from 'tsx/esm/api'

const { presetSchemaText } = await tsImport('../packages/counties/src/preset-schema.ts', import.meta.url)
writeFileSync('packages/counties/preset.schema.json', presetSchemaText())
