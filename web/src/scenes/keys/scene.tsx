import { Button, Switch, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Key, keysOfOrganization, scopes } from '../../ask/keys.ts'
import { ago, moment } from '../../ui/formats/time.ts'
import { browserZone } from '../../ui/formats/zones.ts'
import { Note } from '../../ui/parts/note.tsx'
import { PageTitle } from '../../ui/parts/page-title.tsx'
import { RefusalNote } from '../../ui/parts/refusal-note.tsx'
import settings from '../../ui/parts/settings.module.css'
import { RowAction, SettingsTable } from '../../ui/parts/settings-table.tsx'
import { TableSkeleton } from '../../ui/parts/table-skeleton.tsx'
import { useLanguage } from '../../ui/texts/use-language.ts'
import { CreateKey } from './create-key.tsx'
import { RevokeKey } from './revoke-key.tsx'

/** The keys of an organization: who may send, who may ask. */
export function KeysScene() {
  const { t } = useTranslation()
  const keys = useQuery(keysOfOrganization)
  const [isCreating, creating] = useDisclosure(false)
  const [revoking, setRevoking] = useState<Key>()
  const [withRevoked, setWithRevoked] = useState(false)
  const all = keys.data ?? []
  const hasRevoked = all.some((key) => key.revoked_at !== null)
  const shown = all.filter((key) => withRevoked || key.revoked_at === null)
  return (
    <>
      <PageTitle title={t('keys.title')} question={t('keys.lead')}>
        <Button leftSection={<IconPlus size={16} />} onClick={creating.open}>
          {t('keys.create')}
        </Button>
      </PageTitle>
      <div className={settings.panel}>
        {keys.isPending ? (
          <TableSkeleton />
        ) : keys.isError ? (
          <RefusalNote error={keys.error} onRetry={() => void keys.refetch()} />
        ) : shown.length === 0 ? (
          <Note
            icon={<IconKey size={20} />}
            title={t('keys.empty')}
            actions={
              <Button size="xs" onClick={creating.open}>
                {t('keys.create')}
              </Button>
            }
          >
            {t('keys.empty_why')}
          </Note>
        ) : (
          <KeysTable keys={shown} onRevoke={setRevoking} />
        )}
      </div>
      {hasRevoked ? (
        <Switch
          mt={12}
          size="xs"
          label={t('keys.show_revoked')}
          checked={withRevoked}
          onChange={(event) => setWithRevoked(event.currentTarget.checked)}
        />
      ) : null}
      <CreateKey isOpen={isCreating} onClose={creating.close} />
      <RevokeKey revoking={revoking} onClose={() => setRevoking(undefined)} />
    </>
  )
}

function KeysTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke(key: Key): void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <SettingsTable
      label={t('keys.title')}
      rows={keys}
      keyOf={({ id }) => id}
      isMuted={({ revoked_at }) => revoked_at !== null}
      columns={[
        { title: t('keys.name'), kind: 'name', cell: ({ name }) => (name === '' ? t('keys.unnamed') : name) },
        { title: t('keys.column_key'), cell: ({ prefix }) => <code className={settings.code}>{prefix}…</code> },
        { title: t('keys.scopes'), cell: (key) => <Allowed {...key} /> },
        { title: t('keys.column_created'), cell: ({ created_at }) => <When instant={created_at} /> },
        {
          title: t('keys.column_used'),
          cell: ({ last_used_at }) =>
            last_used_at === null ? (
              <span className={settings.faint}>{t('keys.never_used')}</span>
            ) : (
              <When instant={last_used_at} />
            ),
        },
        {
          title: t('keys.revoke'),
          kind: 'actions',
          cell: (key) =>
            key.revoked_at === null ? (
              <RowAction
                label={t('keys.revoke')}
                name={key.name === '' ? key.prefix : key.name}
                onClick={() => onRevoke(key)}
              />
            ) : (
              <Tooltip label={moment(key.revoked_at, browserZone(), language)}>
                <span className={settings.faint}>{t('keys.revoked')}</span>
              </Tooltip>
            ),
        },
      ]}
    />
  )
}

/** What a key may do. */
function Allowed({ kind, origins, scopes: held }: Key) {
  const { t } = useTranslation()
  if (kind === 'publishable')
    return (
      <Tooltip label={origins.join(', ')} disabled={origins.length === 0}>
        <span className={settings.tag}>{t('keys.publishable')}</span>
      </Tooltip>
    )
  return (
    <span>
      {scopes
        .filter((scope) => held.includes(scope))
        .map((scope) => (
          <span key={scope} className={settings.tag}>
            {t(`keys.scope.${scope}`)}
          </span>
        ))}
    </span>
  )
}

function When({ instant }: { instant: string }) {
  const { language } = useLanguage()
  return (
    <Tooltip label={moment(instant, browserZone(), language)}>
      <time dateTime={instant}>{ago(instant, Date.now(), language)}</time>
    </Tooltip>
  )
}
