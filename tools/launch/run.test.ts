import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { root } from './environment.mjs'
import { runCaptured, runQuietly, runThrough } from './run.mjs'

const node = process.execPath

test.each([
  { program: 'process.exit(0)', code: 0 },
  { program: 'process.exit(7)', code: 7 },
  { program: "process.kill(process.pid, 'SIGKILL')", code: 137 },
])('the exit code of `$program` is passed on as $code', async ({ program, code }) => {
  expect(await runThrough(node, ['-e', program], {})).toBe(code)
})

test('both outputs of a captured command are kept, in one text', async () => {
  const { code, output } = await runCaptured(
    node,
    ['-e', "console.log('out'); console.error('err'); process.exit(3)"],
    {},
  )
  expect(code).toBe(3)
  expect(output.trim().split('\n').sort()).toEqual(['err', 'out'])
})

test('a quiet command that fails tells all it printed', async () => {
  const run = runQuietly(node, ['-e', "console.log('the reason'); process.exit(1)"], { failure: 'It failed.' })
  await expect(run).rejects.toThrow('It failed.\nthe reason')
})

const launcher = `
  const { runThrough } = await import(${JSON.stringify(pathToFileURL(join(root, 'tools/launch/run.mjs')).href)})
  const child = \`
    let told = 0
    process.on('SIGTERM', () => {
      told += 1
      setTimeout(() => { console.log('told ' + told); process.exit(5) }, 300)
    })
    setInterval(() => {}, 1000)
    console.log('ready')\`
  process.exitCode = await runThrough(process.execPath, ['-e', child], {})`

test('a stop signal sent twice in a row reaches the child once, and its orderly end is waited for', async () => {
  const launched = spawn(node, ['--input-type=module', '-e', launcher], { stdio: ['ignore', 'pipe', 'inherit'] })
  const output = await outputUntilReady(launched)
  launched.kill('SIGTERM')
  await sleep(50)
  launched.kill('SIGTERM')
  const [code] = await once(launched, 'close')
  expect({ code, output: output.text }).toEqual({ code: 5, output: 'ready\ntold 1\n' })
})

test('under npm, the child is stopped when the shell between npm and the launcher dies', async () => {
  const command = `"$NODE" --input-type=module -e "$LAUNCHER"; true`
  const shell = spawn('sh', ['-c', command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE: node, LAUNCHER: launcher, npm_command: 'exec' },
  })
  const output = await outputUntilReady(shell)
  shell.kill('SIGKILL')
  await once(shell, 'close')
  expect(output.text).toBe('ready\ntold 1\n')
})

async function outputUntilReady(launched: ReturnType<typeof spawn>): Promise<{ text: string }> {
  const output = { text: '' }
  await new Promise<void>((resolve) => {
    launched.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output.text += chunk
      if (output.text.includes('ready')) resolve()
    })
  })
  return output
}
