import type { Piece, Splitter } from './piece.ts'
import { createLineSplitter } from './split-lines.ts'
import { createValueSplitter } from './split-values.ts'
import { beginningOf, joined } from './unpack.ts'

export type Form = 'lines' | 'values'

/** Enough to see what a file is. */
const headBytes = 64 * 1024

/** The events of a file in order, whatever its form: NDJSON, a list, one event, or several one behind the other. */
export async function openPieces(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly form: Form; readonly pieces: AsyncIterable<Piece[]> }> {
  const [head, rest] = await beginningOf(chunks, headBytes)
  const content = withoutMark(head)
  const form = formOf(content.subarray(0, headBytes).toString('utf8'))
  const splitter = form === 'lines' ? createLineSplitter() : createValueSplitter()
  return { form, pieces: split(joined(content, rest), splitter) }
}

async function* split(chunks: AsyncIterable<Buffer>, splitter: Splitter): AsyncGenerator<Piece[]> {
  for await (const chunk of chunks) yield splitter.push(chunk)
  yield splitter.end()
}

/** Without the byte order mark that some programs put before UTF-8. */
function withoutMark(head: Buffer): Buffer {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
}

/**
 * What the beginning of a file shows. NDJSON unless it cannot be: a broken line is one rejected event there, and would
 * swallow all that follows in the other forms.
 */
export function formOf(head: string): Form {
  const [first = '', second] = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (first.startsWith('[')) return 'values'
  return second !== undefined && goesOn(first, second) ? 'values' : 'lines'
}

/** Whether JSON that is begun in one line can go on in the next. An event on a line of its own begins with a brace. */
function goesOn(line: string, next: string): boolean {
  const open = openAtEnd(line)
  if (open === null || !line.startsWith('{')) return false
  if (!next.startsWith('{')) return true
  return /[:[]$/.test(line) || (line.endsWith(',') && open === '[')
}

/** The bracket that is still open at the end of a line; null when there is none, or when it ends within a string. */
function openAtEnd(line: string): string | null {
  const open: string[] = []
  const withoutStrings = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
  if (withoutStrings.includes('"')) return null
  for (const character of withoutStrings) {
    if (character === '{' || character === '[') open.push(character)
    else if (character === '}' || character === ']') open.pop()
  }
  return open.at(-1) ?? null
}
