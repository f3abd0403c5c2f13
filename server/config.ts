import { statSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import { nearestName } from '@parley/core/errors/nearest-name.ts'
import { isTimeZone } from '@parley/core/time/zone.ts'

/** What an operator decides. Read once at start from the environment; nothing else reads `process.env`. */
export type Config = {
  /** Address to listen on. */
  readonly host: string
  /** TCP port; 0 takes any free one. */
  readonly port: number
  /** Absolute path of the directory that holds everything this installation keeps. */
  readonly dataDirectory: string
  /** Connection string of the control database, or null for the embedded SQLite in the data directory. */
  readonly postgresUrl: string | null
  /** Origin under which browsers reach this server, without a slash at the end, or null when not told. */
  readonly publicUrl: string | null
  /** Reverse proxies whose `X-Forwarded-*` headers are believed: addresses, networks or named ranges. */
  readonly trustedProxies: readonly string[]
  readonly masterKey: string | null
  /** How many organizations have to contribute to a benchmark. */
  readonly benchmarkMinOrganizations: number
  /** IANA zone of the calendar that the platform itself goes by. */
  readonly timeZone: string
  /** Absolute path of a file that places addresses (MaxMind DB), or null for the countries that come with Parley. */
  readonly geoFile: string | null
  readonly logLevel: LogLevel
}

export type LogLevel = (typeof logLevels)[number]
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

type Parsed<T> = { readonly value: T } | { readonly wrong: string }

/** One environment variable: all that the documentation, the check and the reader need to know about it. */
type Setting<T> = {
  readonly name: `PARLEY_${string}`
  /** Markdown: what it does, and the reason for the default where it could surprise. */
  readonly description: string
  /** The text that stands in when it is not set; null when there is none. */
  readonly default: string | null
  /** True when its value must never be shown or repeated in a message. */
  readonly isSecret: boolean
  /** Its value from the text, or what is wrong with it in words that complete "NAME …". */
  parse(text: string): Parsed<T>
}

const settings = {
  port: {
    name: 'PARLEY_PORT',
    description: 'TCP port to listen on, for the app, the API and the events. 0 takes any free one.',
    default: '4700',
    isSecret: false,
    parse: parsePort,
  },
  host: {
    name: 'PARLEY_HOST',
    description:
      'Address to listen on. The default takes every IPv4 interface, because a container can be reached in no other way and because nothing ' +
      'is answered without a key, a session or the one-time link from the console. Set `127.0.0.1` when a reverse ' +
      'proxy on the same machine is the only one that should reach it, `::` for IPv6 as well.',
    default: '0.0.0.0',
    isSecret: false,
    parse: (text) => ({ value: text }),
  },
  dataDirectory: {
    name: 'PARLEY_DATA',
    description:
      'Directory for everything this installation keeps: journal, facts, control database. One server at a time. ' +
      'Created when missing. A relative path starts at the working directory.',
    default: './data',
    isSecret: false,
    parse: (text) => ({ value: resolve(text) }),
  },
  postgresUrl: {
    name: 'PARLEY_POSTGRES_URL',
    description:
      'PostgreSQL (14 or later) for the control data (organizations, users, keys): `postgres://user:password@host:5432/database`. ' +
      'When absent, an embedded SQLite file in the data directory.',
    default: null,
    isSecret: true,
    parse: parsePostgresUrl,
  },
  publicUrl: {
    name: 'PARLEY_PUBLIC_URL',
    description:
      'Address under which browsers reach this server, such as `https://parley.example.com`, for links. ' +
      'When it is `https`, cookies travel over TLS only.',
    default: null,
    isSecret: false,
    parse: parsePublicUrl,
  },
  trustedProxies: {
    name: 'PARLEY_TRUSTED_PROXIES',
    description:
      'Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed, separated by commas: addresses, networks ' +
      '(`10.0.0.0/8`) or `loopback`, `linklocal`, `uniquelocal`. The address of a browser is only as true as this list.',
    default: 'loopback',
    isSecret: false,
    parse: parseTrustedProxies,
  },
  masterKey: {
    name: 'PARLEY_MASTER_KEY',
    description:
      'At least 32 characters, to encrypt secrets of connected services at rest. This version keeps hashes only and ' +
      'nothing that could be decrypted, so it has no effect yet; it may be set ahead.',
    default: null,
    isSecret: true,
    parse: (text) => (text.length >= 32 ? { value: text } : { wrong: 'must be at least 32 characters long' }),
  },
  benchmarkMinOrganizations: {
    name: 'PARLEY_BENCHMARK_MIN_ORGANIZATIONS',
    description:
      'How many organizations have to contribute to a figure of the benchmark; where fewer do, it is not given. At least 3: ' +
      'of two, each would read off the other.',
    default: '5',
    isSecret: false,
    parse: parseMinOrganizations,
  },
  timeZone: {
    name: 'PARLEY_TIME_ZONE',
    description:
      'IANA time zone of the calendar that the platform itself goes by, such as `Europe/Amsterdam`: when benchmarks are computed, ' +
      'and over which days. An organization has a zone of its own for its own numbers.',
    default: 'UTC',
    isSecret: false,
    parse: (text) =>
      isTimeZone(text)
        ? { value: text }
        : { wrong: 'must be an IANA time zone in its exact spelling, such as Europe/Amsterdam' },
  },
  geoFile: {
    name: 'PARLEY_GEO_FILE',
    description:
      'Path of a MaxMind DB file (`.mmdb`) of cities, such as GeoLite2-City or DB-IP City Lite, to tell region and coordinates of ' +
      'visitors as well. When absent, countries only, from a file that comes with Parley. Addresses are looked up and dropped; ' +
      'coordinates are kept to a tenth of a degree.',
    default: null,
    isSecret: false,
    parse: parseFile,
  },
  logLevel: {
    name: 'PARLEY_LOG_LEVEL',
    description: `How much is logged: ${logLevels.map((level) => `\`${level}\``).join(', ')}. \`debug\` logs every request.`,
    default: 'info',
    isSecret: false,
    parse: parseLogLevel,
  },
} as const satisfies { [Key in keyof Config]: Setting<Config[Key] | NonNullable<Config[Key]>> }

/** Names that are promised but not served by this version: refused in words, never ignored. */
const notServedYet: readonly { readonly name: string; readonly insteadOf: string }[] = [
  {
    name: 'PARLEY_CLICKHOUSE_URL',
    insteadOf: 'an external ClickHouse; this version keeps events in the embedded engine',
  },
  { name: 'PARLEY_SMTP_URL', insteadOf: 'sending mail; this version prints sign-in links instead of mailing them' },
  { name: 'PARLEY_OIDC_ISSUER', insteadOf: 'single sign-on; this version signs in by one-time link' },
  { name: 'PARLEY_OIDC_CLIENT_ID', insteadOf: 'single sign-on; this version signs in by one-time link' },
  { name: 'PARLEY_OIDC_CLIENT_SECRET', insteadOf: 'single sign-on; this version signs in by one-time link' },
]

/** Names that belong to the runner of our tests, which hands its environment on to the servers it starts. */
const testPrefix = 'PARLEY_TEST_'

/**
 * Reads the configuration from environment variables `PARLEY_*`; an empty one counts as absent.
 *
 * Throws one `AppError` with everything that is wrong: code `invalid_configuration` with problems
 * `unknown_setting`, `invalid_setting` and `not_supported_yet`; or `not_supported_yet` when that is all there is.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems = [...refusedNames(env)]
  const take = <T>(setting: Setting<T>): T | null => {
    const parsed = readSetting(setting, env)
    if ('value' in parsed) return parsed.value
    problems.push(parsed.problem)
    return null
  }
  const port = take(settings.port)
  const host = take(settings.host)
  const dataDirectory = take(settings.dataDirectory)
  const postgresUrl = take(settings.postgresUrl)
  const publicUrl = take(settings.publicUrl)
  const trustedProxies = take(settings.trustedProxies)
  const masterKey = take(settings.masterKey)
  const benchmarkMinOrganizations = take(settings.benchmarkMinOrganizations)
  const timeZone = take(settings.timeZone)
  const geoFile = take(settings.geoFile)
  const logLevel = take(settings.logLevel)
  if (
    problems.length > 0 ||
    port === null ||
    host === null ||
    dataDirectory === null ||
    trustedProxies === null ||
    benchmarkMinOrganizations === null ||
    timeZone === null ||
    logLevel === null
  ) {
    throw configError(problems)
  }
  return {
    port,
    host,
    dataDirectory,
    postgresUrl,
    publicUrl,
    trustedProxies,
    masterKey,
    benchmarkMinOrganizations,
    timeZone,
    geoFile,
    logLevel,
  }
}

/** The reference page of the configuration, as Markdown, generated from the declarations above. */
export function describeConfig(): string {
  const rows = Object.values(settings).map((setting) => {
    const standard = setting.default === null ? '–' : `\`${setting.default}\``
    const secret = setting.isSecret ? ' **Secret.**' : ''
    return `| \`${setting.name}\` | ${standard} | ${setting.description}${secret} |`
  })
  return [
    '# Configuration',
    '',
    'Parley is configured by environment variables and by nothing else. They are read once, at start. An empty variable counts as',
    'absent. A name that begins with `PARLEY_` and is not in this list is refused, with the nearest known one.',
    '',
    '| name | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
    '## Not in this version',
    '',
    'Setting one of these refuses to start (`not_supported_yet`), so that nobody believes it has an effect.',
    '',
    '| name | would be for |',
    '|---|---|',
    ...notServedYet.map(({ name, insteadOf }) => `| \`${name}\` | ${insteadOf} |`),
    '',
  ].join('\n')
}

function refusedNames(env: NodeJS.ProcessEnv): Problem[] {
  const known: string[] = Object.values(settings).map(({ name }) => name)
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('PARLEY_') || known.includes(name) || name.startsWith(testPrefix)) continue
    const promised = notServedYet.find((entry) => entry.name === name)
    if (promised) {
      if (value) problems.push(notSupported(promised))
      continue
    }
    const nearest = nearestName(name, [...known, ...notServedYet.map((entry) => entry.name)])
    const wayOut = nearest ? `Did you mean ${nearest}?` : `Known are: ${known.join(', ')}.`
    problems.push({ code: 'unknown_setting', message: `${name} is not a setting of Parley. ${wayOut}` })
  }
  return problems
}

function notSupported({ name, insteadOf }: { name: string; insteadOf: string }): Problem {
  return {
    code: 'not_supported_yet',
    message: `${name} is for ${insteadOf}. Unset ${name} to go on.`,
  }
}

function readSetting<T>(setting: Setting<T>, env: NodeJS.ProcessEnv): { value: T | null } | { problem: Problem } {
  const text = env[setting.name] || setting.default
  if (text === null) return { value: null }
  const parsed = setting.parse(text)
  if ('value' in parsed) return parsed
  const shown = setting.isSecret ? '' : ` (it is ${JSON.stringify(text)})`
  return { problem: { code: 'invalid_setting', message: `${setting.name} ${parsed.wrong}${shown}.` } }
}

function configError(problems: readonly Problem[]): AppError {
  const isOnlyUnsupported = problems.every(({ code }) => code === 'not_supported_yet')
  return new AppError(
    isOnlyUnsupported ? 'not_supported_yet' : 'invalid_configuration',
    500,
    isOnlyUnsupported
      ? 'The environment asks for something that this version of Parley does not do yet.'
      : 'The configuration in the environment cannot be used.',
    { problems },
  )
}

function parsePort(text: string): Parsed<number> {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? { value: port } : { wrong: 'must be a number from 0 to 65535' }
}

function parsePostgresUrl(text: string): Parsed<string> {
  const isOne = /^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? '')
  return isOne ? { value: text } : { wrong: 'must look like postgres://user:password@host:5432/database' }
}

function parsePublicUrl(text: string): Parsed<string> {
  const url = parseUrl(text)
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  return isOrigin
    ? { value: url.origin }
    : { wrong: 'must be http:// or https:// with a host and nothing behind it, such as https://parley.example.com' }
}

function parseTrustedProxies(text: string): Parsed<readonly string[]> {
  const ranges = text.split(',').map((part) => part.trim())
  const isRange = (range: string) => {
    if (/^(loopback|linklocal|uniquelocal)$/.test(range)) return true
    const [address = '', bits] = range.split('/')
    const family = isIP(address)
    return family > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  }
  return ranges.every(isRange)
    ? { value: ranges }
    : { wrong: 'must list addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal' }
}

function parseMinOrganizations(text: string): Parsed<number> {
  const isOne = /^\d{1,6}$/.test(text) && Number(text) >= 3
  return isOne ? { value: Number(text) } : { wrong: 'must be a whole number of at least 3' }
}

function parseFile(text: string): Parsed<string> {
  const path = resolve(text)
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  return isFile ? { value: path } : { wrong: 'must be the path of a file that exists' }
}

function parseLogLevel(text: string): Parsed<LogLevel> {
  const level = logLevels.find((known) => known === text)
  return level ? { value: level } : { wrong: `must be one of ${logLevels.join(', ')}` }
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
