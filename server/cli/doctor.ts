import { command } from './command.ts'
import { examine, type Finding } from './examination.ts'

const signs = { ok: '✓', warning: '!', failed: '✗', skipped: '–' } as const

export const doctor = command({
  description: 'Say what is wrong with this installation, in words. Exit code 1 when something is.',
  args: {},
  run: async (_args, { env }) => {
    const findings = await examine(env)
    const isHealthy = findings.every(({ status }) => status !== 'failed')
    return {
      json: { healthy: isHealthy, checks: findings },
      text: [...findings.map(line), '', isHealthy ? 'Nothing is wrong.' : 'Something is wrong: see ✗ above.'].join(
        '\n',
      ),
      exitCode: isHealthy ? 0 : 1,
    }
  },
})

function line({ name, status, message }: Finding): string {
  return `${signs[status]} ${name}: ${message}`
}
