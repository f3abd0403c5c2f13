import { ActionIcon, Collapse, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { useLocalStorage, useOs } from '@mantine/hooks'
import {
  IconAddressBook,
  IconBookmark,
  IconBroadcast,
  IconBuildingStore,
  IconChartDots,
  IconChevronDown,
  IconGauge,
  IconHeadset,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMessageChatbot,
  IconMessages,
  IconMoodSmile,
  IconPhone,
  IconPlus,
  IconSearch,
  IconSettings,
  IconTargetArrow,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { me } from '../../ask/account.ts'
import { dashboardsIn } from '../../ask/catalogue.ts'
import { namedViews } from '../../ask/named-views.ts'
import { Logo } from '../../ui/parts/logo.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { settingsPages } from '../settings/pages.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './navigation.module.css'
import { openSearch } from './search-door.tsx'

type Icon = ComponentType<{ size?: number; stroke?: number }>

/** Icons of the groups of the catalogue. */
const groupIcons: Readonly<Record<string, Icon>> = {
  overview: IconGauge,
  potential: IconTargetArrow,
  chats: IconMessages,
  conversations: IconMessages,
  sales: IconBuildingStore,
  website: IconWorld,
  surveys: IconMoodSmile,
  team: IconUsers,
  contacts: IconAddressBook,
  aftersales: IconBuildingStore,
  bots: IconMessageChatbot,
  notifications: IconBroadcast,
  telephony: IconPhone,
  analytics: IconChartDots,
}

/** All places of the app, in groups that fold. */
export function Navigation({ isNarrow, onNarrow }: { isNarrow: boolean; onNarrow?: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const account = useQuery(me).data
  const index = useQuery(dashboardsIn(language)).data
  const named = useQuery(namedViews)
  const views = named.data ?? []
  // All at once: what came later would push the rest away under the pointer.
  const isKnown = index !== undefined && !named.isPending
  const isAdmin = account?.scopes.includes('admin') ?? false
  const ownItems = (index?.dashboards ?? []).filter(({ group }) => group === 'own')
  return (
    <nav className={classes.navigation} data-narrow={isNarrow} aria-label={t('shell.navigation')}>
      <div className={classes.head}>
        <Link to="/" className={classes.brand ?? ''} {...(isNarrow ? { 'aria-label': 'Parley' } : {})}>
          <Logo size={26} />
          {isNarrow ? null : (
            <span className={classes.brand_words}>
              <span className={classes.brand_name}>Parley</span>
              <span className={classes.organization}>{account?.organization.name ?? '\u00a0'}</span>
            </span>
          )}
        </Link>
        {onNarrow === undefined || isNarrow ? null : <NarrowButton isNarrow={isNarrow} onNarrow={onNarrow} />}
      </div>
      <SearchButton isNarrow={isNarrow} />
      <div className={classes.groups}>
        <Group id="own" title={t('boards.own')} icon={IconLayoutDashboard} isNarrow={isNarrow}>
          {(isKnown ? ownItems : []).map(({ id, title }) => (
            <DashboardItem key={id} id={id} title={title} />
          ))}
          <li>
            <Link
              to="/compose"
              className={classes.item ?? ''}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <IconPlus size={14} aria-hidden="true" className={classes.item_icon} />
              {t('compose.new')}
            </Link>
          </li>
        </Group>
        {views.length === 0 || !isKnown ? null : (
          <Group id="views" title={t('views.title')} icon={IconBookmark} isNarrow={isNarrow}>
            {views.map(({ id, code, name }) => (
              <li key={id}>
                <Link to="/v/$code" params={{ code }} preload={false} className={classes.item ?? ''}>
                  {name}
                </Link>
              </li>
            ))}
          </Group>
        )}
        {(isKnown ? index.groups : [])
          .filter(({ id }) => id !== 'own')
          .map((group) => (
            <Group
              key={group.id}
              id={group.id}
              title={group.title}
              icon={groupIcons[group.id] ?? IconHeadset}
              isNarrow={isNarrow}
            >
              {(index?.dashboards ?? [])
                .filter((dashboard) => dashboard.group === group.id)
                .map(({ id, title }) => (
                  <DashboardItem key={id} id={id} title={title} />
                ))}
              {group.id === 'overview' ? (
                <li>
                  <Link to="/live" className={classes.item ?? ''} activeProps={{ 'aria-current': 'page' }}>
                    {t('live.title')}
                  </Link>
                </li>
              ) : null}
            </Group>
          ))}
        {isAdmin && isKnown ? (
          <Group id="settings" title={t('shell.settings')} icon={IconSettings} isNarrow={isNarrow}>
            <SettingsItem to="/settings" title={t('settings.overview')} isExact />
            {settingsPages.map(({ id, path }) => (
              <SettingsItem key={id} to={path} title={t(`${id}.title`)} />
            ))}
          </Group>
        ) : null}
      </div>
      <div className={classes.foot}>
        {onNarrow !== undefined && isNarrow ? <NarrowButton isNarrow={isNarrow} onNarrow={onNarrow} /> : null}
        <AccountMenu isNarrow={isNarrow} />
      </div>
    </nav>
  )
}

function DashboardItem({ id, title }: { id: string; title: string }) {
  return (
    <li>
      <Link
        to="/dashboards/$id"
        params={{ id }}
        className={classes.item ?? ''}
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {title}
      </Link>
    </li>
  )
}

function SettingsItem({
  to,
  title,
  isExact = false,
}: {
  to: '/settings' | (typeof settingsPages)[number]['path']
  title: string
  /** Whether the pages below it are other items. */
  isExact?: boolean
}) {
  return (
    <li>
      <Link
        to={to}
        className={classes.item ?? ''}
        activeOptions={{ exact: isExact }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {title}
      </Link>
    </li>
  )
}

function Group({
  id,
  title,
  icon: Mark,
  isNarrow,
  children,
}: {
  id: string
  title: string
  icon: Icon
  isNarrow: boolean
  children: ReactNode
}) {
  const [isOpen, setIsOpen] = useLocalStorage({
    key: `parley-group-${id}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  if (isNarrow) {
    return (
      <div className={classes.narrow_group}>
        <Tooltip label={title} position="right">
          <span className={classes.narrow_icon}>
            <Mark size={18} stroke={1.7} />
          </span>
        </Tooltip>
        <ul className={classes.flyout} aria-label={title}>
          <li className={classes.flyout_title}>{title}</li>
          {children}
        </ul>
      </div>
    )
  }
  return (
    <div className={classes.group}>
      <UnstyledButton className={classes.group_title ?? ''} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Mark size={17} stroke={1.7} />
        <span>{title}</span>
        <IconChevronDown size={14} className={classes.chevron} data-open={isOpen} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={isOpen} transitionDuration={150}>
        <ul className={classes.items}>{children}</ul>
      </Collapse>
    </div>
  )
}

function SearchButton({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation()
  const os = useOs()
  const keys = os === 'macos' || os === 'ios' ? '⌘ K' : 'Ctrl K'
  if (isNarrow) {
    return (
      <Tooltip label={`${t('search.open')} (${keys})`} position="right">
        <ActionIcon size={36} mx="auto" my={8} onClick={openSearch} aria-label={t('search.open')}>
          <IconSearch size={18} />
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <UnstyledButton className={classes.search ?? ''} onClick={openSearch}>
      <IconSearch size={15} aria-hidden="true" />
      <span>{t('search.open')}</span>
      <Kbd size="xs" className={classes.keys ?? ''}>
        {keys}
      </Kbd>
    </UnstyledButton>
  )
}

function NarrowButton({ isNarrow, onNarrow }: { isNarrow: boolean; onNarrow(): void }) {
  const { t } = useTranslation()
  const Mark = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const label = isNarrow ? t('shell.widen') : t('shell.narrow')
  return (
    <Tooltip label={label} position="right">
      <ActionIcon size={30} onClick={onNarrow} aria-label={label}>
        <Mark size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
