import { askFile } from '../../ask/http.ts'
import type { Language } from '../../ui/formats/language.ts'
import { type Scheme, tones } from '../../ui/tokens/palette.ts'
import type { Picture } from '../drawing.ts'

export type FileKind = 'csv' | 'xlsx'

const types: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv; names=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What is asked of the server, and where: the same whether its answer is drawn or kept as a file. */
export type Asked = {
  readonly path: '/v1/query' | '/v1/phrases' | '/v1/records' | `/v1/dashboards/${string}/workbook`
  readonly body: unknown
}

/** The same question with the same numbers, as a file; a workbook has types, a chart, and what was asked and what it means. */
export async function download(
  kind: FileKind,
  { path, body }: Asked,
  title: string,
  language: Language,
): Promise<void> {
  save(await askFile(path, { method: 'POST', body, language, accept: types[kind] }), `${fileName(title)}.${kind}`)
}

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
  if (file !== null) save(file, `${fileName(title)}.png`)
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
