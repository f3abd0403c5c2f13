import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconBuilding,
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeMe, me, moveTo, signOut } from '../../ask/account.ts'
import { type Language, languageNames, languages } from '../../ui/formats/language.ts'
import { forgetChoice } from '../../ui/texts/speak.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './account-menu.module.css'
import { openKeyboard } from './keyboard.tsx'

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const

/** Who one is, where one looks, and how one likes it. */
export function AccountMenu({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const account = useQuery(me).data
  const client = useQueryClient()
  const navigate = useNavigate()
  const name = account?.user?.name ?? t('shell.key_account')
  const tick = (isChosen: boolean) => (isChosen ? <IconCheck size={14} aria-hidden="true" /> : null)
  const leave = async () => {
    await signOut()
    forgetChoice()
    client.clear()
    await navigate({ to: '/signed-out' })
  }
  const speak = async (next: Language) => {
    choose(next)
    if (!account?.user) return
    // The choice holds on this device in any case; another one hears of it when the server did.
    await changeMe({ language: next }).catch(() => undefined)
    await client.invalidateQueries({ queryKey: me.queryKey })
  }
  const move = async (organization: string) => {
    await moveTo(organization)
    // Everything on the screen belongs to the organization that was left.
    window.location.assign('/')
  }
  const memberships = account?.memberships ?? []
  // Who looks at an organization below theirs finds the way back here.
  const isBelow = memberships.every(({ organization_id }) => organization_id !== account?.organization.id)
  const places = memberships.length > 1 || isBelow ? memberships : []
  return (
    <Menu position={isNarrow ? 'right-end' : 'top-start'} width={240} offset={6}>
      <Menu.Target>
        <UnstyledButton
          className={classes.account ?? ''}
          data-narrow={isNarrow}
          {...(isNarrow ? { 'aria-label': t('shell.account', { name }) } : {})}
        >
          <Avatar
            aria-hidden="true"
            size={28}
            radius="xl"
            color="accent"
            name={name}
            classNames={{ placeholder: classes.initials ?? '' }}
          />
          {isNarrow ? null : (
            <>
              <span className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className={classes.email}>{account?.user?.email ?? '\u00a0'}</span>
              </span>
              <IconSelector size={16} aria-hidden="true" className={classes.arrow} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.length > 0 ? (
          <>
            {places.map((place) => (
              <Menu.Item
                key={place.organization_id}
                leftSection={<IconBuilding size={16} />}
                rightSection={tick(place.organization_id === account?.organization.id)}
                aria-current={place.organization_id === account?.organization.id}
                onClick={() => void move(place.organization_id)}
              >
                {place.name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            leftSection={<IconLanguage size={16} />}
            rightSection={tick(one === language)}
            aria-current={one === language}
            onClick={() => void speak(one)}
          >
            {languageNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.appearance')}</Menu.Label>
        {schemes.map(([scheme, Mark]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Mark size={16} />}
            rightSection={tick(scheme === colorScheme)}
            aria-current={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell.${scheme === 'auto' ? 'system' : scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyboard}>
          {t('keyboard.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
