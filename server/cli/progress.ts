import type { Writable } from 'node:stream'
import { Presets, SingleBar } from 'cli-progress'

/** How far long work is, in one line on the terminal. */
export type Progress = {
  /** Begins a line, or a new one: what is done, and how much there is of it (null: nobody knows). */
  begin(doing: string, total: number | null): void
  /** How much of it is done, and what to show behind it. */
  to(done: number, note?: string): void
  /** Takes the line away, for the answer. */
  end(): void
}

/** A bar on a terminal; nothing where nobody watches. */
export function createProgress(stream: Writable & { readonly isTTY?: boolean }): Progress {
  if (!stream.isTTY) return { begin() {}, to() {}, end() {} }
  let bar: SingleBar | null = null
  const end = () => {
    bar?.stop()
    bar = null
  }
  return {
    begin(doing, total) {
      end()
      const format = total === null ? `${doing}  {note}` : `${doing} {bar} {percentage}%  {note}`
      // The cursor stays: whoever ends the work by Ctrl-C would have to look for it.
      const options = { stream, format, hideCursor: false, clearOnComplete: true, fps: 8 }
      bar = new SingleBar(options, Presets.shades_classic)
      bar.start(total ?? 1, 0, { note: '' })
    },
    to: (done, note = '') => bar?.update(done, { note }),
    end,
  }
}
