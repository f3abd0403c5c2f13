import type { KeptTrackedUrl } from './tracked-urls.ts'

/**
 * How tracked URLs are called side by side, by id: by their label, and where several organizations use the same one, by
 * the organization too. Each has its own "Home".
 */
export function namesOfTrackedUrls(
  tracked: readonly Pick<KeptTrackedUrl, 'id' | 'label' | 'organization_id'>[],
  organizationNames: ReadonlyMap<string, string>,
): Map<string, string> {
  const times = new Map<string, number>()
  for (const { label } of tracked) times.set(label, (times.get(label) ?? 0) + 1)
  return new Map(
    tracked.map(({ id, label, organization_id }) => {
      const organization = organizationNames.get(organization_id)
      return [id, times.get(label) === 1 || organization === undefined ? label : `${label} · ${organization}`]
    }),
  )
}
