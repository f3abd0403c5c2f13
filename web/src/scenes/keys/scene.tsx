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
import { ScrollRegion } from '../../ui/parts/scroll-region.tsx'
import settings from '../../ui/parts/settings.module.css'
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
    <ScrollRegion className={settings.scroll} label={t('keys.title')}>
      <table className={settings.table}>
        <thead>
          <tr>
            <th scope="col">{t('keys.name')}</th>
            <th scope="col">{t('keys.column_key')}</th>
            <th scope="col">{t('keys.scopes')}</th>
            <th scope="col">{t('keys.column_created')}</th>
            <th scope="col">{t('keys.column_used')}</th>
            <th scope="col">
              <span className={settings.hidden}>{t('keys.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} data-muted={key.revoked_at !== null}>
              <th scope="row">{key.name === '' ? t('keys.unnamed') : key.name}</th>
              <td>
                <code className={settings.code}>{key.prefix}…</code>
              </td>
              <td>
                {key.kind === 'publishable' ? (
                  <Tooltip label={key.origins.join(', ')} disabled={key.origins.length === 0}>
                    <span className={settings.tag}>{t('keys.publishable')}</span>
                  </Tooltip>
                ) : (
                  scopes
                    .filter((scope) => key.scopes.includes(scope))
                    .map((scope) => (
                      <span key={scope} className={settings.tag}>
                        {t(`keys.scope.${scope}`)}
                      </span>
                    ))
                )}
              </td>
              <td>
                <When instant={key.created_at} />
              </td>
              <td>
                {key.last_used_at === null ? (
                  <span className={settings.faint}>{t('keys.never_used')}</span>
                ) : (
                  <When instant={key.last_used_at} />
                )}
              </td>
              <td className={settings.end}>
                {key.revoked_at === null ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => onRevoke(key)}
                    aria-label={`${t('keys.revoke')}: ${key.name === '' ? key.prefix : key.name}`}
                  >
                    {t('keys.revoke')}
                  </Button>
                ) : (
                  <Tooltip label={moment(key.revoked_at, browserZone(), language)}>
                    <span className={settings.faint}>{t('keys.revoked')}</span>
                  </Tooltip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
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
