import { Button, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconBookmark,
  IconBookmarkFilled,
  IconBookmarkPlus,
  IconCheck,
  IconLock,
  IconRefresh,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { late, NotFetchedToast } from '../../ui/parts/late.tsx'
import { changeView, type NamedView, namedViews } from '../named-views.ts'
import { parseSearch, stringifySearch, toSearch } from '../view/address.ts'
import type { View } from '../view/view.ts'
import classes from './bar.module.css'

const SaveView = late(async () => ({ default: (await import('./save-view.tsx')).SaveView }), NotFetchedToast)
const ManageViews = late(async () => ({ default: (await import('./manage-views.tsx')).ManageViews }), NotFetchedToast)

type ViewsProps = { readonly dashboard: string; readonly view: View }

/** The named views of a dashboard, as the items of a menu: to open one, to name what is shown, to keep them in order. */
export function ViewItems({
  dashboard,
  view,
  children,
}: ViewsProps & {
  children(views: { readonly items: ReactNode; readonly current: NamedView | undefined }): ReactNode
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const all = useQuery(namedViews).data ?? []
  const [open, setOpen] = useState<'save' | 'manage'>()
  // The one that was opened last here may be made to show what was changed since.
  const [opened, setOpened] = useState<string>()
  const search = stringifySearch(toSearch(view)).slice(1)
  const views = all.filter(({ dashboard_id }) => dashboard_id === dashboard)
  const current = views.find((one) => one.search === search)
  const currentId = current?.id
  useEffect(() => {
    if (currentId !== undefined) setOpened(currentId)
  }, [currentId])
  const changed = current === undefined ? views.find(({ id, can_change }) => id === opened && can_change) : undefined
  const updating = useMutation({
    mutationFn: ({ id }: NamedView) => changeView(id, { search }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ['views'] })
      notifications.show({ message: t('views.updated', { name }), autoClose: 3000 })
    },
  })
  const items = (
    <>
      <Menu.Label>{views.length === 0 ? t('views.none') : t('views.title')}</Menu.Label>
      {views.map((one) => (
        <Menu.Item
          key={one.id}
          leftSection={one.visibility === 'private' ? <IconLock size={15} /> : <IconUsers size={15} />}
          rightSection={one === current ? <IconCheck size={14} aria-hidden="true" /> : null}
          aria-current={one === current}
          onClick={() => void navigate({ to: '.', search: parseSearch(one.search), resetScroll: false })}
        >
          {one.name}
        </Menu.Item>
      ))}
      {changed === undefined ? null : (
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => updating.mutate(changed)}>
          {t('views.update', { name: changed.name })}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconBookmarkPlus size={16} />} onClick={() => setOpen('save')}>
        {t('views.save')}
      </Menu.Item>
      {views.length === 0 ? null : (
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => setOpen('manage')}>
          {t('views.manage')}
        </Menu.Item>
      )}
    </>
  )
  return (
    <>
      {children({ items, current })}
      <Suspense>
        {open === 'save' ? (
          <SaveView
            start={{ name: '', visibility: 'private', dashboard_id: dashboard, search }}
            onClose={() => setOpen(undefined)}
          />
        ) : null}
        {open === 'manage' ? <ManageViews views={views} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </>
  )
}

/** The same on a button of its own, which tells the name of what is shown. */
export function ViewsMenu(props: ViewsProps) {
  const { t } = useTranslation()
  return (
    <ViewItems {...props}>
      {({ items, current }) => (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            {/* One button whether a view is shown or not: who has just named one is still on it. */}
            <Tooltip label={t('views.menu')} disabled={current !== undefined}>
              <Button
                variant="default"
                className={`${classes.control} ${current === undefined ? classes.only_icon : ''}`}
                data-set={current !== undefined}
                leftSection={current === undefined ? <IconBookmark size={16} /> : <IconBookmarkFilled size={16} />}
                aria-label={current === undefined ? t('views.menu') : t('views.current', { name: current.name })}
              >
                {current === undefined ? null : <span className={classes.view_name}>{current.name}</span>}
              </Button>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {items}
          </Menu.Dropdown>
        </Menu>
      )}
    </ViewItems>
  )
}
