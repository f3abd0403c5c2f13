import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Me, moveTo } from '../../../ask/account.ts'
import { Note } from '../../../ui/parts/note.tsx'
import settings from '../../../ui/parts/settings.module.css'
import { RowAction, SettingsTable } from '../../../ui/parts/settings-table.tsx'
import { AddOrganization } from './add.tsx'

/** The tree has levels 0 to 3: the deepest have nobody below them. */
const deepest = 3

/** The organizations below one's own: each can be opened, and others added. */
export function OrganizationsBelow({ account }: { account: Me }) {
  const { t } = useTranslation()
  const { organization, organizations, scopes } = account
  const [isAdding, adding] = useDisclosure(false)
  const below = organizations.filter(({ id }) => id !== organization.id)
  const canAdd = scopes.includes('admin') && organization.level < deepest
  const nameOf = new Map(organizations.map(({ id, name }) => [id, name]))
  const moving = useMutation({
    mutationFn: moveTo,
    // Everything on the screen belongs to the organization that was left.
    onSuccess: () => window.location.assign('/settings/organization'),
  })
  if (below.length === 0 && !canAdd) return null
  const add = (
    <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={adding.open}>
      {t('organization.add')}
    </Button>
  )
  return (
    <section aria-labelledby="below" style={{ maxWidth: 860 }}>
      <div className={settings.headline}>
        <div>
          <h2 id="below" className={settings.heading}>
            {t('organization.below')}
          </h2>
          <p className={settings.lead}>{t('organization.below_why')}</p>
        </div>
        {canAdd && below.length > 0 ? add : null}
      </div>
      <div className={settings.panel}>
        {below.length === 0 ? (
          <Note icon={<IconBuilding size={20} />} title={t('organization.below_none')} actions={add}>
            {t('organization.below_none_why')}
          </Note>
        ) : (
          <SettingsTable
            label={t('organization.below')}
            rows={below}
            keyOf={({ id }) => id}
            columns={[
              { title: t('organization.name'), kind: 'name', cell: ({ name }) => name },
              { title: t('organization.above'), cell: ({ parent_id }) => nameOf.get(parent_id ?? '') ?? '–' },
              { title: t('organization.level'), cell: ({ level }) => level },
              { title: t('organization.zone'), cell: ({ time_zone }) => time_zone.replaceAll('_', ' ') },
              {
                title: t('organization.open'),
                kind: 'actions',
                cell: ({ id, name }) => (
                  <RowAction label={t('organization.open')} name={name} onClick={() => moving.mutate(id)} />
                ),
              },
            ]}
          />
        )}
      </div>
      <AddOrganization
        isOpen={isAdding}
        onClose={adding.close}
        parents={organizations.filter(({ level }) => level < deepest)}
        own={organization}
      />
    </section>
  )
}
