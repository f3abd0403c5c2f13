import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { openAccount } from '../account/account.ts'
import { systemClock } from '../clock.ts'
import { lockDirectory } from '../journal/directory-lock.ts'
import { commands } from './commands.ts'
import { examineNode } from './examination.ts'
import { run } from './run.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-cli-'))
let directories = 0
afterAll(() => rmSync(root, { recursive: true, force: true }))

function freshEnv(): { PARLEY_DATA: string } {
  directories += 1
  return { PARLEY_DATA: join(root, String(directories)) }
}

async function parley(env: NodeJS.ProcessEnv, ...argv: string[]) {
  const written = { stdout: '', stderr: '' }
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += chunk
        done()
      },
    })
  const code = await run(argv, { env, stdout: into('stdout'), stderr: into('stderr') })
  return { code, ...written, json: () => JSON.parse(written.stdout) }
}

test('organizations, keys and links are made and listed, and what is made works', async () => {
  const env = freshEnv()
  const root = (await parley(env, 'organizations', 'create', '--name', 'Acme', '--json')).json()
  expect(root).toMatchObject({
    id: expect.any(String),
    level: 0,
    time_zone: 'UTC',
    created_at: expect.stringMatching(/Z$/),
  })
  const child = await parley(
    env,
    '--json',
    'organizations',
    'create',
    '--name=Shop',
    '--parent',
    root.id,
    '--time-zone',
    'Asia/Tokyo',
  )
  expect(child.json()).toMatchObject({ parent_id: root.id, level: 1, time_zone: 'Asia/Tokyo' })
  const listed = await parley(env, 'organizations', 'list')
  expect(listed.stdout).toMatch(/Acme +UTC\n.* {2}Shop +Asia\/Tokyo/)

  const key = (
    await parley(env, 'keys', 'create', '--organization', root.id, '--scope', 'ingest,query', '--json')
  ).json()
  expect(key).toMatchObject({ id: expect.any(String), key: expect.stringMatching(/^sk_/), scopes: ['ingest', 'query'] })
  const publishable = await parley(
    env,
    'keys',
    'create',
    '--organization',
    root.id,
    '--publishable',
    '--origin',
    'https://a.example, https://b.example',
    '--json',
  )
  expect(publishable.json()).toMatchObject({ kind: 'publishable', origins: ['https://a.example', 'https://b.example'] })
  const keys = await parley(env, 'keys', 'list', '--organization', root.id)
  expect(keys.stdout).toContain(key.id)
  expect(keys.stdout).not.toContain(key.key)
  const user = (
    await parley(
      env,
      'users',
      'create',
      '--organization',
      root.id,
      '--email',
      'anna@example.com',
      '--role',
      'admin',
      '--json',
    )
  ).json()
  expect(user).toMatchObject({
    name: 'anna@example.com',
    link: expect.stringMatching(/^http:\/\/localhost:4700\/welcome\/\w{43}$/),
  })

  const account = await openAccount({ dataDirectory: env.PARLEY_DATA, postgresUrl: null }, systemClock, () => {})
  expect(await account.keys.verify(key.key)).toMatchObject({ organizationId: root.id })
  expect((await account.signIn.inspect(user.link.split('/').at(-1))).organization?.id).toBe(root.id)
  expect((await parley(env, 'keys', 'revoke', key.id, '--json')).json()).toMatchObject({ id: key.id })
  await account.close()
  const after = (await parley(env, 'keys', 'list', '--organization', root.id, '--json')).json()
  expect(after.keys).toContainEqual(expect.objectContaining({ id: key.id, revoked_at: expect.stringMatching(/Z$/) }))
})

test.each([
  [['organizations', 'create', '--name', 'x', '--parent', 'nobody'], 1, 'unknown_organization'],
  [['keys', 'create', '--organization', 'nobody', '--scope', 'query'], 1, 'unknown_organization'],
  [['keys', 'revoke', 'nobody'], 1, 'unknown_key_id'],
  [['keys', 'create', '--organization', 'nobody'], 2, 'invalid_request'],
  [['keys', 'create', '--organization', 'nobody', '--scope', 'everything'], 2, 'invalid_request'],
  [['organizations', 'create', '--name', 'x', '--time-zone', 'Mars'], 2, 'invalid_request'],
  [['users', 'create', '--organization', 'x', '--email', 'x', '--role', 'king'], 2, 'usage'],
  [['organizations', 'create'], 2, 'usage'],
  [['organizations', 'create', '--name'], 2, 'usage'],
  [['organizations', 'create', '--name', 'x', 'y'], 2, 'usage'],
  [['organizations', 'create', '--nmae', 'x'], 2, 'usage'],
  [['organizations'], 2, 'usage'],
  [['keys', 'revoke'], 2, 'usage'],
  [['sevre'], 2, 'usage'],
  [['doctor', '--', 'x'], 2, 'usage'],
])('parley %j ends with %i and says %s, to people and to programs', async (argv, exitCode, code) => {
  const env = freshEnv()
  const forPeople = await parley(env, ...argv)
  expect(forPeople).toMatchObject({ code: exitCode, stdout: '', stderr: expect.stringContaining(`(${code})`) })
  const forPrograms = await parley(env, '--json', ...argv)
  expect(forPrograms).toMatchObject({ code: exitCode, stderr: '' })
  expect(forPrograms.json()).toEqual({ error: { code, message: expect.any(String), problems: expect.any(Array) } })
})

test.each([
  [['sevre'], /Did you mean `parley serve`\?/],
  [['key', 'list'], /Did you mean `parley keys list`\?/],
  [['organizations', 'create', '--nmae', 'x'], /Did you mean --name\?/],
  [['keys'], /keys create, keys list, keys revoke/],
])('parley %j is told the way out', async (argv, advice) => {
  expect((await parley(freshEnv(), ...argv)).stderr).toMatch(advice)
})

test('a configuration that cannot be used is told in full', async () => {
  const { code, stderr } = await parley(
    { ...freshEnv(), PARLEY_PROT: '1', PARLEY_SMTP_URL: 'smtp://x' },
    'organizations',
    'list',
  )
  expect(code).toBe(1)
  expect(stderr).toMatch(/invalid_configuration[\s\S]*Did you mean PARLEY_PORT\?[\s\S]*Unset PARLEY_SMTP_URL/)
})

test.each(commands.map((entry) => [entry.words, entry] as const))(
  'parley %s has a help that begins with what it does',
  async (words, entry) => {
    const { code, stdout } = await parley({}, ...words.split(' '), '--help')
    expect(code).toBe(0)
    const { description, args } = await entry.load()
    expect(stdout.startsWith(description)).toBe(true)
    for (const name of Object.keys(args)) expect(stdout.toLowerCase()).toContain(name)
    expect((await parley({}, '--help')).stdout).toContain(entry.summary)
  },
)

test('no command at all prints the help and is wrong; asking for it is right', async () => {
  expect(await parley({})).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage') })
  expect(await parley({}, '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage') })
  expect((await parley({}, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('the doctor finds nothing wrong with a fresh place, and changes nothing there', async () => {
  const env = freshEnv()
  const { code, json } = await parley(env, 'doctor', '--json')
  const { healthy, checks } = json()
  expect(checks.filter(({ status }: { status: string }) => status === 'failed')).toEqual([])
  expect({ code, healthy }).toEqual({ code: 0, healthy: true })
  expect(checks.map(({ name }: { name: string }) => name)).toEqual([
    'node',
    'configuration',
    'data directory',
    'disk',
    'server',
    'control database',
    'clock',
    'engine',
  ])
  expect(existsSync(env.PARLEY_DATA)).toBe(false)
})

test('the doctor says what is wrong and fails', async () => {
  const broken = freshEnv()
  writeFileSync(broken.PARLEY_DATA, 'a file in the place of the directory')
  const database = await parley(broken, 'doctor')
  expect(database).toMatchObject({ code: 1, stdout: expect.stringMatching(/✗ server: .*[\s\S]*Something is wrong/) })
  const config = await parley({ PARLEY_DATA: '/x', PARLEY_PORT: 'x' }, 'doctor')
  expect(config).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✗ configuration: .*PARLEY_PORT[\s\S]*– disk: /),
  })
  expect(examineNode('22.18.0')).toMatchObject({ status: 'failed' })
}, 60_000)

test('the doctor says that another process works on the data directory', async () => {
  const env = freshEnv()
  const lock = await lockDirectory(env.PARLEY_DATA)
  const { code, stdout } = await parley(env, 'doctor')
  await lock.release()
  expect(stdout).toMatch(new RegExp(`! server: .*in use by process ${process.pid}`))
  expect(code).toBe(0)
})

test('the server says where it is and how to become its owner, answers, and stops at SIGTERM with 0', async () => {
  const env = freshEnv()
  const main = join(import.meta.dirname, 'main.ts')
  const child = spawn(process.execPath, [main, 'serve', '--json'], {
    env: { ...env, PARLEY_PORT: '0', PARLEY_HOST: '127.0.0.1', PARLEY_LOG_LEVEL: 'warn' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = once(child, 'exit')
  try {
    await expect.poll(() => stdout, { timeout: 30_000 }).toContain('\n')
    const { address, owner_link } = JSON.parse(stdout)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    expect(owner_link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/welcome\/\w{43}$/)
    const link = await fetch(`${address}/v1/sign-in/${owner_link.split('/').at(-1)}`)
    expect(await link.json()).toMatchObject({ purpose: 'owner' })
    await expect
      .poll(() => parley(env, 'doctor').then((result) => result.stdout), { timeout: 30_000 })
      .toContain(`process ${child.pid}, at ${address}`)
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toEqual([0, null])
  expect(existsSync(join(env.PARLEY_DATA, 'server.json'))).toBe(false)
  expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' })
}, 60_000)

test('a server that cannot start says why and ends with 1', async () => {
  const env = freshEnv()
  const lock = await lockDirectory(env.PARLEY_DATA)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'serve', '--json'], {
    env: { ...env, PARLEY_PORT: '0' },
  })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const [code] = await once(child, 'close')
  await lock.release()
  expect(code).toBe(1)
  expect(JSON.parse(stdout).error.code).toBe('data_directory_in_use')
}, 60_000)
