import { Box } from './box.tsx'
import { classes } from './classes.ts'
import './chart.css'

export interface CoverageTilesProps {
  /** In order of area code; nothing is coloured by rank. */
  readonly units: readonly { readonly name: string; readonly stations: number; readonly covered: number }[]
}

/** Which units have served everywhere: done = soft fill, missing = outline and 差 2. */
export function CoverageTiles({ units }: CoverageTilesProps) {
  return (
    <Box>
      <Box as="ul" className="sd-coverage">
        {units.map(({ name, stations, covered }) => (
          <Box as="li" key={name} className={classes('sd-coverage-tile', covered < stations && 'sd-coverage-missing')}>
            <Box className="sd-coverage-name">{name}</Box>
            <Box className="sd-strong">{covered < stations ? `差 ${stations - covered}` : String(covered)}</Box>
          </Box>
        ))}
      </Box>
      <Box className="sd-legend sd-legend-cap" hidden>
        <Box className="sd-legend-item">
          <Box className="sd-legend-box sd-legend-done" />
          <Box>每个站都做过</Box>
        </Box>
        <Box className="sd-legend-item">
          <Box className="sd-legend-box sd-legend-missing" />
          <Box>还有站没做过</Box>
        </Box>
      </Box>
    </Box>
  )
}
