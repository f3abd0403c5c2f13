import type { Settings } from './settings.ts'

/**
 * The numbers that metrics read from the settings of an organization, by name: `{setting:sla_target_seconds}` in a
 * condition, or the monthly number of a potential. Null where nothing was set.
 */
export function settingNumbers(settings: Settings) {
  const rate = settings.business_type === null ? undefined : settings.conversion_rates[settings.business_type]
  return {
    sla_target_seconds: settings.sla_target_seconds,
    attribution_window_days: settings.attribution_window_days,
    potential_visitors: settings.potential_visitors,
    potential_agents: added(settings.potential_sales_agents, settings.potential_service_advisers),
    potential_contacts: added(settings.potential_leads, settings.potential_workshop_appointments),
    expected_chats:
      settings.potential_visitors === null || rate === undefined ? null : settings.potential_visitors * rate,
  } as const satisfies Readonly<Record<string, number | null>>
}

/** Who has set only one of the two has said that there is nothing of the other. */
function added(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0)
}
