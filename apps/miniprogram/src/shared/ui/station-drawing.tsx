import type { CSSProperties } from 'react'
import { Box } from './box.tsx'
import { svgUri } from './picture.tsx'
import './station-drawing.css'

const layer = (shape: string): CSSProperties => {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 172 68' fill='none' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'>${shape}</svg>`
  return { '--shape': `url("${svgUri(svg)}")` }
}

const hills = layer(
  "<path fill='black' d='M0 64C12 50 26 45 40 47c18 2 30 12 48 9 18-3 30-17 54-18 14 0 24 5 30 10v16Z'/>",
)
const walls = layer("<path fill='black' d='M53 31H119V64H53ZM65 14H108C111 22 117 30 127 31H45C57 30 62 22 65 14Z'/>")
const lines = layer(
  "<path stroke='black' d='M10 64H162M31 47V64M21 37a10 10 0 1 0 20 0a10 10 0 1 0-20 0M65 14H108M65 14C62 22 57 30 45 31M108 14C111 22 117 30 127 31M62 23H111M53 31V64M119 31V64M61 41h9v9h-9ZM102 41h9v9h-9ZM76 64V42H96V64M83 42V64M89 42V64'/>",
)
const sun = layer("<circle fill='black' cx='146' cy='10' r='8.5'/>")
const plaque = layer("<rect fill='black' x='79' y='33.5' width='14' height='5.5' rx='1'/>")

/** The village hall in line: one per page, on station, empty and station-screen pages only. The plaque over its door is the mark. */
export function StationDrawing() {
  return (
    <Box className="sd-drawing" hidden>
      <Box className="sd-drawing-layer sd-drawing-hills" style={hills} />
      <Box className="sd-drawing-layer sd-drawing-walls" style={walls} />
      <Box className="sd-drawing-layer sd-drawing-lines" style={lines} />
      <Box className="sd-drawing-layer sd-drawing-sun" style={sun} />
      <Box className="sd-drawing-layer sd-drawing-plaque" style={plaque} />
    </Box>
  )
}
