import { askFile } from '../../ask/http.ts'
import type { Language } from '../../ui/formats/language.ts'

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
  save(await askFile(path, { method: 'POST', body, language, accept: types[kind] }), title, kind)
}

/** Gives a file to the browser to keep; `title` becomes its name. */
export function save(file: Blob, title: string, kind: FileKind | 'png'): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = `${fileName(title)}.${kind}`
  link.click()
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
