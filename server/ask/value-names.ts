import type { Dimension } from '@parley/core/declare/dimension.ts'
import { textsIn } from '@parley/model/texts/index.ts'
import type { Asker, AskServices } from './asking.ts'

/**
 * How the values of a dimension are called: as the entity was described, or, of a value that means the same everywhere,
 * as the catalogue says in the asker's language. Null for a value without a name.
 */
export async function namesOfValues(
  services: AskServices,
  { language = 'en' }: Asker,
  organizationIds: readonly string[],
  { id, entity, reserved = [] }: Dimension,
): Promise<(value: string) => string | null> {
  const described = entity === undefined ? undefined : (await services.namesOf(organizationIds)).get(entity)
  const words = textsIn(language).values[id]
  return (value) => (reserved.includes(value) ? (words?.[value] ?? null) : (described?.get(value) ?? null))
}
