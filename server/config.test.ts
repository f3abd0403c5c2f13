import { resolve } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { expect, test } from 'vitest'
import { describeConfig, readConfig } from './config.ts'

test('an empty environment gives a configuration that works', () => {
  expect(readConfig({})).toEqual({
    port: 4700,
    host: '0.0.0.0',
    dataDirectory: resolve('./data'),
    postgresUrl: null,
    publicUrl: null,
    trustedProxies: ['loopback'],
    masterKey: null,
    benchmarkMinOrganizations: 5,
    timeZone: 'UTC',
    geoFile: null,
    logLevel: 'info',
  })
})

test('every setting is read from its own variable, and other programs’ variables are left alone', () => {
  const config = readConfig({
    PATH: '/bin',
    PARLEY_TEST_ANYTHING: 'of the test runner',
    PARLEY_PORT: '0',
    PARLEY_HOST: '127.0.0.1',
    PARLEY_DATA: '/var/lib/parley',
    PARLEY_POSTGRES_URL: 'postgres://u:p@db/parley',
    PARLEY_PUBLIC_URL: 'https://parley.example.com/',
    PARLEY_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,::1',
    PARLEY_MASTER_KEY: 'k'.repeat(32),
    PARLEY_BENCHMARK_MIN_ORGANIZATIONS: '3',
    PARLEY_TIME_ZONE: 'Europe/Amsterdam',
    PARLEY_GEO_FILE: import.meta.filename,
    PARLEY_LOG_LEVEL: 'debug',
  })
  expect(config).toEqual({
    port: 0,
    host: '127.0.0.1',
    dataDirectory: '/var/lib/parley',
    postgresUrl: 'postgres://u:p@db/parley',
    publicUrl: 'https://parley.example.com',
    trustedProxies: ['loopback', '10.0.0.0/8', '::1'],
    masterKey: 'k'.repeat(32),
    benchmarkMinOrganizations: 3,
    timeZone: 'Europe/Amsterdam',
    geoFile: import.meta.filename,
    logLevel: 'debug',
  })
})

test('an empty variable counts as absent, also one that this version does not serve', () => {
  expect(readConfig({ PARLEY_PORT: '', PARLEY_SMTP_URL: '', PARLEY_PUBLIC_URL: '' }).port).toBe(4700)
})

test.each([
  ['PARLEY_PORT', '70000'],
  ['PARLEY_PORT', '80 '],
  ['PARLEY_PORT', '-1'],
  ['PARLEY_POSTGRES_URL', 'mysql://db/parley'],
  ['PARLEY_PUBLIC_URL', 'parley.example.com'],
  ['PARLEY_PUBLIC_URL', 'https://example.com/parley'],
  ['PARLEY_PUBLIC_URL', 'ftp://example.com'],
  ['PARLEY_TRUSTED_PROXIES', 'everybody'],
  ['PARLEY_TRUSTED_PROXIES', '10.0.0.0/64'],
  ['PARLEY_MASTER_KEY', 'short'],
  ['PARLEY_BENCHMARK_MIN_ORGANIZATIONS', '2'],
  ['PARLEY_BENCHMARK_MIN_ORGANIZATIONS', '5.5'],
  ['PARLEY_TIME_ZONE', 'europe/amsterdam'],
  ['PARLEY_GEO_FILE', '/no/such/file.mmdb'],
  ['PARLEY_GEO_FILE', import.meta.dirname],
  ['PARLEY_LOG_LEVEL', 'loud'],
])('%s=%j is refused by name', (name, value) => {
  const error = refusal({ [name]: value })
  expect(error.code).toBe('invalid_configuration')
  expect(error.problems).toHaveLength(1)
  expect(error.problems[0]).toMatchObject({ code: 'invalid_setting', message: expect.stringContaining(name) })
})

test('a secret value is not repeated in the refusal', () => {
  const error = refusal({ PARLEY_POSTGRES_URL: 'hunter2', PARLEY_MASTER_KEY: 'hunter3' })
  expect(JSON.stringify(error.problems)).not.toMatch(/hunter/)
})

test('an unknown name is refused with the nearest known one, or with all of them when none is near', () => {
  const error = refusal({ PARLEY_PROT: '1', PARLEY_BANANA_SPLIT: 'yes' })
  expect(error.problems.map(({ message }) => message)).toEqual([
    'PARLEY_PROT is not a setting of Parley. Did you mean PARLEY_PORT?',
    expect.stringMatching(/^PARLEY_BANANA_SPLIT is not a setting of Parley\. Known are: PARLEY_PORT, /),
  ])
})

test.each([
  'PARLEY_CLICKHOUSE_URL',
  'PARLEY_SMTP_URL',
  'PARLEY_OIDC_ISSUER',
  'PARLEY_OIDC_CLIENT_ID',
  'PARLEY_OIDC_CLIENT_SECRET',
])('%s is refused in words because this version does not serve it', (name) => {
  const error = refusal({ [name]: 'https://elsewhere.example.com' })
  expect(error.code).toBe('not_supported_yet')
  expect(error.problems[0]?.message).toContain(`Unset ${name}`)
})

test('everything that is wrong is told at once', () => {
  const error = refusal({ PARLEY_PORT: 'x', PARLEY_LOGLEVEL: 'info', PARLEY_SMTP_URL: 'smtp://mail' })
  expect(error.code).toBe('invalid_configuration')
  expect(error.problems.map(({ code }) => code).sort()).toEqual([
    'invalid_setting',
    'not_supported_yet',
    'unknown_setting',
  ])
})

test('the reference page has a row for every setting, known or promised', () => {
  const page = describeConfig()
  for (const name of ['PARLEY_PORT', 'PARLEY_POSTGRES_URL', 'PARLEY_TRUSTED_PROXIES', 'PARLEY_CLICKHOUSE_URL']) {
    expect(page).toContain(`| \`${name}\` | `)
  }
  expect(page).toMatch(/`PARLEY_POSTGRES_URL`.*\*\*Secret\.\*\*/)
})

function refusal(env: NodeJS.ProcessEnv): AppError {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('the configuration was taken')
}
