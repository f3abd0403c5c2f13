import { mkdir, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { replaceFile, syncDirectory } from './durable-files.ts'
import type { Incident, OnIncident } from './incident.ts'
import { segmentPath } from './segment-file.ts'
import type { Damage } from './segment-reader.ts'

/** Sees to it that nothing unreadable is passed over unheard: copies its bytes aside and reports it, once each. */
export class DamageKeeper {
  readonly #directory: string
  readonly #report: OnIncident
  readonly #reported = new Set<string>()
  readonly #unsaved = new Set<number>()

  constructor(directory: string, report: OnIncident) {
    this.#directory = directory
    this.#report = report
  }

  /** Before a segment is deleted: when no copy could be made of damage in it, the whole segment is kept instead. */
  async putAside(segment: number): Promise<void> {
    if (!this.#unsaved.has(segment)) return
    const path = segmentPath(this.#directory, segment)
    await rename(path, join(await this.#damagedDirectory(), basename(path)))
    this.#unsaved.delete(segment)
  }

  /** Damage amid records, or at the end of a segment that is not the last. */
  async keepRecords(segment: number, damage: Damage): Promise<void> {
    const key = `${segment}-${damage.from}`
    if (this.#reported.has(key)) return
    this.#reported.add(key)
    const length = damage.to - damage.from
    const { from, to } = damage
    if (damage.bytes.length === 0) {
      this.#report({
        code: 'missing_bytes',
        message: `Segment ${segment} of the journal ends at byte ${from}, but ${length} more bytes were durable once. The events in them are lost unless the store has them: check the disk.`,
        segment,
        from,
        to,
        savedTo: null,
      })
      return
    }
    const savedTo = await this.#save(segment, damage)
    if (savedTo === null) this.#unsaved.add(segment)
    this.#report({
      code: 'damaged_records',
      message: `Segment ${segment} of the journal is damaged from byte ${from} to ${to} (${length} bytes); reading goes on behind it. ${told(savedTo)} Check the disk.`,
      segment,
      from,
      to,
      savedTo,
    })
  }

  /** The torn end of the last segment. False: it could be acknowledged data and no copy could be made, so leave it. */
  async keepTail(segment: number, damage: Damage): Promise<boolean> {
    const { from, to } = damage
    const isEmpty = damage.bytes.every((byte) => byte === 0)
    const savedTo = isEmpty ? null : await this.#save(segment, damage)
    const isCut = isEmpty || savedTo !== null
    const incident: Incident = {
      code: 'torn_tail',
      message: `Segment ${segment} of the journal ends in ${to - from} bytes that are no whole record, as a write leaves that was cut short by a crash. ${isCut ? 'They were cut off.' : 'They are passed over.'} ${told(savedTo)}`,
      segment,
      from,
      to,
      savedTo,
    }
    this.#report(incident)
    return isCut
  }

  async #save(segment: number, damage: Damage): Promise<string | null> {
    try {
      const name = `${String(segment).padStart(10, '0')}-${damage.from}-${damage.to}.bytes`
      const path = join(await this.#damagedDirectory(), name)
      const there = await stat(path).catch(() => null)
      if (there?.size !== damage.bytes.length) await replaceFile(path, damage.bytes)
      return path
    } catch {
      // The disk is full or failing: the caller keeps the original in place and says so.
      return null
    }
  }

  async #damagedDirectory(): Promise<string> {
    const directory = join(this.#directory, 'damaged')
    const made = await mkdir(directory, { recursive: true, mode: 0o700 })
    if (made !== undefined) await syncDirectory(this.#directory)
    return directory
  }
}

function told(savedTo: string | null): string {
  return savedTo === null ? 'No copy was made.' : `A copy is in ${savedTo}.`
}
