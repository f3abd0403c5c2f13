import { roles } from '../account/principal.ts'
import { languages, newMember } from '../account/users.ts'
import { welcomeUrl } from '../api/welcome-url.ts'
import { parseInput } from '../parse-input.ts'
import { command } from './command.ts'
import { actor, withAccount } from './with-account.ts'

export const usersCreate = command({
  description: 'Make a person a member of an organization, and print a link that signs them in: once, within a day.',
  args: {
    organization: { type: 'string', required: true, valueHint: 'id', description: 'Where they become a member.' },
    email: { type: 'string', required: true, valueHint: 'address', description: 'Their e-mail address.' },
    name: { type: 'string', valueHint: 'name', description: 'Their name; the address when absent.' },
    role: {
      type: 'enum',
      options: [...roles],
      default: 'member',
      description: 'A member asks; an admin and an owner also change settings.',
    },
    language: { type: 'enum', options: [...languages], default: 'en', description: 'The language of their app.' },
  },
  run: (args, surroundings) =>
    withAccount(surroundings, async (account) => {
      const input = { email: args.email, name: args.name ?? args.email, role: args.role, language: args.language }
      const person = parseInput(newMember, input, 'the command line')
      const organization = await account.organizations.find(args.organization)
      const member = await account.users.addMember(organization.id, person, actor)
      const link = await account.signIn.createUserLink(member.id, organization.id)
      const { publicUrl, port } = surroundings.config()
      const url = welcomeUrl(publicUrl ?? `http://localhost:${port}`, link.token)
      const { id, email, name, role } = member
      return {
        json: {
          id,
          email,
          name,
          role,
          organization_id: organization.id,
          link: url,
          expires_at: new Date(link.expires_at).toISOString(),
        },
        text: `${name} is ${role} of "${organization.name}". This link signs them in, once, within a day:\n${url}`,
      }
    }),
})
