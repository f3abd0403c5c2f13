import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockDirectory } from './directory-lock.ts'
import { temporaryDirectory } from './testing.ts'

const locking = `
  import { lockDirectory } from ${JSON.stringify(join(import.meta.dirname, 'directory-lock.ts'))}
  await lockDirectory(process.argv[1]).then(() => console.log('locked'), (error) => console.log(error.code))
  setInterval(() => undefined, 1000)`

/** Another process that takes the lock; resolves with what it says. */
async function otherProcess(directory: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', locking, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { child, said: String(said).trim() }
}

describe('the lock of a data directory', () => {
  it('refuses a second process, naming the directory and the first one, until that is gone', async () => {
    const directory = temporaryDirectory()
    const { child, said } = await otherProcess(directory)
    expect(said).toBe('locked')
    await expect(lockDirectory(directory)).rejects.toMatchObject({
      code: 'data_directory_in_use',
      status: 409,
      message: expect.stringMatching(new RegExp(`${directory} is in use by process ${child.pid} on `)),
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await lockDirectory(directory)
    expect((await otherProcess(directory)).said).toBe('data_directory_in_use')
    await lock.release()
    expect((await otherProcess(directory)).said).toBe('locked')
  })

  it('refuses the same process a second time, and can be taken again after release', async () => {
    const directory = join(temporaryDirectory(), 'not', 'yet', 'there')
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'data_directory_in_use' })
    await lock.release()
    await lock.release()
    expect(existsSync(join(directory, 'parley.pid'))).toBe(false)
    await (await lockDirectory(directory)).release()
  })

  it('says so when the directory cannot be used', async () => {
    const file = join(temporaryDirectory(), 'file')
    writeFileSync(file, '')
    await expect(lockDirectory(file)).rejects.toMatchObject({ code: 'data_directory_unusable', status: 500 })
  })
})
