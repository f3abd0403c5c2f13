import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

/**
 * Opens the port and gives the address under which the server can be reached from this machine.
 * Errors: `port_in_use` (409), `port_not_allowed`, `host_unusable` (500).
 */
export async function listen(app: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    const address = await app.listen({ host, port })
    return address.replace('//0.0.0.0:', '//localhost:').replace('//[::]:', '//localhost:')
  } catch (cause) {
    throw explained(cause, host, port)
  }
}

function explained(cause: unknown, host: string, port: number): unknown {
  switch ((cause as { code?: unknown }).code) {
    case 'EADDRINUSE':
      return new AppError(
        'port_in_use',
        409,
        `Port ${port} on ${host} is in use by another program. Stop that one, or set PARLEY_PORT to another port.`,
        { cause },
      )
    case 'EACCES':
      return new AppError(
        'port_not_allowed',
        500,
        `This user may not listen on port ${port}. Set PARLEY_PORT to one from 1024 on, with a reverse proxy before it.`,
        { cause },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new AppError(
        'host_unusable',
        500,
        `${host} is no address of this machine. Set PARLEY_HOST to one that is, or to 0.0.0.0 for all.`,
        { cause },
      )
    default:
      return cause
  }
}
