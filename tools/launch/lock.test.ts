import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdingLock } from './lock.mjs'

let directory = ''
const lockPath = () => join(directory, 'state/launch.lock')

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'parley-lock-'))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('a launch waits while a living process holds the lock, and goes on when it is released', async () => {
  const order: string[] = []
  await holdingLock(async () => order.push('first run'), lockPath())
  // The parent of this process is certainly alive, and is not us.
  writeFileSync(lockPath(), String(process.ppid))
  const waiting = holdingLock(async () => order.push('second run'), lockPath())
  await sleep(300)
  order.push('released')
  rmSync(lockPath())
  await waiting
  expect(order).toEqual(['first run', 'released', 'second run'])
})

test('the lock of a process that is gone is taken over', async () => {
  await holdingLock(async () => undefined, lockPath())
  // Above the highest process id that Linux gives.
  writeFileSync(lockPath(), '4194305')
  expect(await holdingLock(async () => 'done', lockPath())).toBe('done')
})

test('a lock that bears our own process id but is not ours is taken over', async () => {
  await holdingLock(async () => undefined, lockPath())
  writeFileSync(lockPath(), String(process.pid))
  expect(await holdingLock(async () => 'done', lockPath())).toBe('done')
})

test('a lock older than any install is taken over even when its process id is in use', async () => {
  await holdingLock(async () => undefined, lockPath())
  writeFileSync(lockPath(), String(process.ppid))
  const hourAgo = Date.now() / 1000 - 3600
  utimesSync(lockPath(), hourAgo, hourAgo)
  expect(await holdingLock(async () => 'done', lockPath())).toBe('done')
})

test('the lock is held during the work and released after it, also when the work fails', async () => {
  const failing = holdingLock(async () => {
    expect(existsSync(lockPath())).toBe(true)
    throw new Error('no network')
  }, lockPath())
  await expect(failing).rejects.toThrow('no network')
  expect(existsSync(lockPath())).toBe(false)
})
