import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageTool, root, serverEnvironment } from './environment.mjs'
import { runCaptured } from './run.mjs'
import { say } from './say.mjs'

/** @typedef {{ title: string, file: string, args: string[] }} Check */

/**
 * Format, lint, types, arrows, dead code: everything that can be said of the sources without running them, all at once.
 * @param {string} node
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node) {
  const results = await Promise.all(
    checks(node).map(async ({ title, file, args }) => {
      const startedAt = Date.now()
      const { code, output } = await runCaptured(file, args, { cwd: root, env: serverEnvironment(node) })
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
      say(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
      return { title, isPassed: code === 0, output }
    }),
  )
  const failed = results.filter(({ isPassed }) => !isPassed)
  for (const { title, output } of failed) say(`\n── ${title}\n${output.trim()}`)
  return { passed: results.length - failed.length, failed: failed.length }
}

/**
 * @param {string} node
 * @returns {Check[]}
 */
function checks(node) {
  const tsc = packageTool('typescript', 'tsc')
  const rooms = ['core', 'model', 'server', 'fixtures', 'web', 'tag', 'e2e', 'bench', 'tools']
  return [
    {
      title: 'format and lint (biome)',
      file: node,
      args: [
        packageTool('@biomejs/biome', 'biome'),
        'ci',
        '--error-on-warnings',
        '--colors=off',
        '--max-diagnostics=10',
        '.',
      ],
    },
    { title: 'types (tsc)', file: node, args: [tsc, '-p', '.'] },
    ...(existsSync(join(root, 'web/tsconfig.json'))
      ? [{ title: 'types of the web app (tsc)', file: node, args: [tsc, '-p', 'web', '--noEmit'] }]
      : []),
    {
      title: 'arrows (dependency-cruiser)',
      file: node,
      args: [
        packageTool('dependency-cruiser', 'depcruise'),
        '--config',
        '.dependency-cruiser.cjs',
        ...rooms.filter((room) => existsSync(join(root, room))),
      ],
    },
    { title: 'dead code (knip)', file: node, args: [packageTool('knip', 'knip'), '--no-config-hints'] },
  ]
}
