import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { LaunchProblem } from './say.mjs'

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} RunOptions
 * @typedef {{ code: number, output: string }} Captured
 */

/** @type {NodeJS.Signals[]} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

// `npx` puts a shell between itself and us that dies of a signal without passing it on: when the parent is gone, the
// server must not stay behind unseen. Started by hand, an orphan is what the person asked for (`nohup … &`).
const isUnderNpm = process.env.npm_command !== undefined

/**
 * Runs a command that owns the terminal until it ends: its output is passed through, stop signals are passed on.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<number>} its exit code (128 + number for a signal, as a shell tells it)
 */
export function runThrough(file, args, options) {
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  const stopForwarding = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1))
    })
  })
}

/**
 * Runs a command and keeps what it prints. Never throws for a non-zero exit code.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<Captured>}
 */
export function runCaptured(file, args, options) {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  /** @type {Buffer[]} */
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    child.kill(signal)
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of stopSignals) process.once(signal, stop)
  return new Promise((resolve, reject) => {
    const done = () => {
      for (const signal of stopSignals) process.removeListener(signal, stop)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('close', (code, signal) => {
      done()
      resolve({
        code: code ?? 128 + (signal ? constants.signals[signal] : 1),
        output: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
}

/**
 * Runs a command whose output matters only when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions & { failure: string }} options `failure` is the sentence shown above the output
 * @throws {LaunchProblem}
 */
export async function runQuietly(file, args, { failure, ...options }) {
  const { code, output } = await runCaptured(file, args, options)
  if (code !== 0) throw new LaunchProblem(`${failure}\n${output.trim()}`, code)
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  /** @type {Set<string>} */
  const justForwarded = new Set()
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal gives Ctrl-C to the child by itself, and npm passes on what it got: a child told twice takes the
    // second time for impatience and skips its orderly end.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    if (justForwarded.has(signal)) return
    justForwarded.add(signal)
    setTimeout(() => justForwarded.delete(signal), 1000).unref()
    child.kill(signal)
  }
  for (const signal of stopSignals) process.on(signal, forward)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (isUnderNpm && process.ppid !== parent) forward('SIGTERM')
  }, 500)
  return () => {
    clearInterval(watch)
    for (const signal of stopSignals) process.removeListener(signal, forward)
  }
}
