import { Image } from '@tarojs/components'
import { renderSVG } from 'uqr'

/** A QR code, dark on white in every theme, with a quiet margin of four cells. */
export function CodeImage({ text, label }: { text: string; label: string }) {
  const svg = renderSVG(text, { border: 4, ecc: 'M' })
  const alt = process.env.TARO_ENV === 'h5' ? { imgProps: { alt: label } } : {}
  return <Image className="sd-qr" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} {...alt} />
}
