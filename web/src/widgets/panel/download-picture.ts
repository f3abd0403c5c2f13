import { type Scheme, tones } from '../../ui/tokens/palette.ts'
import type { Picture } from '../drawing.ts'
import { save } from './download.ts'

const margin = 24

/** The chart with its title above and its freshness below, as it would stand in a report. */
export async function downloadPicture(
  picture: Picture | undefined,
  { title, foot, scheme }: { title: string; foot: string; scheme: Scheme },
): Promise<void> {
  if (picture === undefined) return
  const { canvas: drawn, width, height } = picture()
  const density = width === 0 ? 1 : drawn.width / width
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * density
  canvas.height = (height + 2 * margin + 64) * density
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const tone = tones[scheme]
  pen.scale(density, density)
  pen.fillStyle = tone.surface
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = tone.ink
  pen.font = "600 16px 'Inter Variable', system-ui, sans-serif"
  pen.fillText(title, margin, margin + 16)
  pen.drawImage(drawn, margin, margin + 36, width, height)
  pen.fillStyle = tone.ink_faint
  pen.font = "12px 'Inter Variable', system-ui, sans-serif"
  pen.fillText(foot, margin, margin + height + 58)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (file !== null) save(file, title, 'png')
}
