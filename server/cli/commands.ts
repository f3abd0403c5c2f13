import type { Command } from './command.ts'

/** A command by its words, with its file loaded when it is called: most need neither the engine nor the server. */
export type Entry = { readonly words: string; readonly summary: string; load(): Promise<Command> }

/** Every command, in the order of the help. A new one is a file here and a line in this list. */
export const commands: readonly Entry[] = [
  {
    words: 'serve',
    summary: 'Start the server: app, API and events.',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    words: 'demo',
    summary: 'Start a server with a demo organization, signed in.',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    words: 'import',
    summary: 'Import events from files.',
    load: async () => (await import('./import.ts')).importEvents,
  },
  {
    words: 'export',
    summary: 'Export events, or one row per session, message …, without a cap.',
    load: async () => (await import('./export.ts')).exportRows,
  },
  {
    words: 'rebuild',
    summary: 'Derive every number again from the events.',
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
  {
    words: 'organizations create',
    summary: 'Create an organization.',
    load: async () => (await import('./organizations-create.ts')).organizationsCreate,
  },
  {
    words: 'organizations list',
    summary: 'List the organizations as a tree.',
    load: async () => (await import('./organizations-list.ts')).organizationsList,
  },
  {
    words: 'keys create',
    summary: 'Create an API key; it is shown this once.',
    load: async () => (await import('./keys-create.ts')).keysCreate,
  },
  {
    words: 'keys list',
    summary: 'List the keys of an organization.',
    load: async () => (await import('./keys-list.ts')).keysList,
  },
  {
    words: 'keys revoke',
    summary: 'Revoke a key: from now on it is refused.',
    load: async () => (await import('./keys-revoke.ts')).keysRevoke,
  },
  {
    words: 'users create',
    summary: 'Make a person a member; prints a one-time link that signs them in.',
    load: async () => (await import('./users-create.ts')).usersCreate,
  },
  {
    words: 'doctor',
    summary: 'Say what is wrong with this installation, in words.',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    words: 'bench',
    summary: 'Measure how fast this version is on this machine.',
    load: async () => (await import('./bench.ts')).benchCommand,
  },
]
