import {
  IconAlarm,
  IconBuilding,
  IconClockHour9,
  IconKey,
  IconLink,
  IconShieldExclamation,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'

/**
 * The pages of settings, in the order in which a newcomer needs them: the navigation, the overview and the search show
 * what is here. `title` and `lead` are texts of their own page.
 */
export const settingsPages = [
  { id: 'organization', path: '/settings/organization', icon: IconBuilding },
  { id: 'members', path: '/settings/members', icon: IconUsers },
  { id: 'keys', path: '/settings/keys', icon: IconKey },
  { id: 'touchpoints', path: '/settings/touchpoints', icon: IconClockHour9 },
  { id: 'counting', path: '/settings/counting', icon: IconAlarm },
  { id: 'potentials', path: '/settings/potentials', icon: IconTargetArrow },
  { id: 'tracked_urls', path: '/settings/tracked-urls', icon: IconLink },
  { id: 'quarantine', path: '/settings/quarantine', icon: IconShieldExclamation },
] as const
