import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './environment.mjs'
import { say } from './say.mjs'

const pollMs = 200
// Longer than any install takes: past it the owner's process id belongs to somebody else by now (another container's, say).
const staleAfterMs = 30 * 60_000

/**
 * Does the work while no other launch of this clone changes it (two `npm start` at once must not install into each other).
 * A lock whose process is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [path] for tests
 * @returns {Promise<T>}
 */
export async function holdingLock(work, path = join(root, '.parley/launch.lock')) {
  mkdirSync(dirname(path), { recursive: true })
  let isToldToWait = false
  for (;;) {
    if (take(path)) break
    const lock = readLock(path)
    if (lock === undefined) continue
    if (isStale(lock)) {
      removeStale(path, lock.owner)
      continue
    }
    if (!isToldToWait) say(`Waiting for another launch of this clone to finish preparing it (process ${lock.owner}).`)
    isToldToWait = true
    await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** @param {string} path */
function take(path) {
  // Written beside and linked into place in one step, so that nobody ever reads a lock without its owner.
  const mine = `${path}.${process.pid}.new`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * @param {string} path
 * @returns {{ owner: number, takenAt: number } | undefined} undefined when the lock has just been released
 */
function readLock(path) {
  try {
    return { owner: Number(readFileSync(path, 'utf8')), takenAt: statSync(path).mtimeMs }
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** @param {{ owner: number, takenAt: number }} lock */
function isStale({ owner, takenAt }) {
  // Our own id, without our having it: a container that was killed starts again with the same process ids.
  if (owner === process.pid || Date.now() - takenAt > staleAfterMs) return true
  try {
    process.kill(owner, 0)
    return false
  } catch (error) {
    return !isCode(error, 'EPERM')
  }
}

/**
 * @param {string} path
 * @param {number} owner
 */
function removeStale(path, owner) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  // Another waiter may have taken the stale lock over between our look and our rename: then what we hold is its lock.
  if (readLock(aside)?.owner === owner) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
