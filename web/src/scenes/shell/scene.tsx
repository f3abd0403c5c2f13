import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../../ui/parts/logo.tsx'
import { useModKey } from '../../ui/parts/use-mod-key.ts'
import { Keyboard } from './keyboard.tsx'
import { Navigation } from './navigation.tsx'
import classes from './scene.module.css'
import { openSearch, SearchDoor } from './search-door.tsx'

/** The frame of every page: navigation at the left, which can be narrow; in a drawer on small screens. */
export function Shell() {
  const { t } = useTranslation()
  const [isNarrow, setIsNarrow] = useLocalStorage({
    key: 'parley-navigation',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [isOpen, drawer] = useDisclosure(false)
  const path = useLocation({ select: (location) => location.pathname })
  useModKey('b', () => setIsNarrow((narrow) => !narrow))
  // Going somewhere closes the drawer that led there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the event
  useEffect(() => drawer.close(), [path])
  return (
    <div className={classes.shell} data-narrow={isNarrow}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <div className={classes.side}>
        <Navigation isNarrow={isNarrow} onNarrow={() => setIsNarrow((narrow) => !narrow)} />
      </div>
      <header className={classes.top}>
        <ActionIcon size={36} onClick={drawer.open} aria-label={t('shell.open_navigation')}>
          <IconMenu2 size={20} />
        </ActionIcon>
        <Logo size={22} />
        <span className={classes.name}>Parley</span>
        <ActionIcon size={36} onClick={openSearch} aria-label={t('search.open')}>
          <IconSearch size={20} />
        </ActionIcon>
      </header>
      <Drawer.Root opened={isOpen} onClose={drawer.close} size={288}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('shell.navigation')}>
          <Drawer.Body className={classes.drawer ?? ''}>
            <Navigation isNarrow={false} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
      <SearchDoor />
      <Keyboard />
    </div>
  )
}
