import { Anchor, Button, Loader } from '@mantine/core'
import { IconBrowser, IconFileImport, IconKey, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { createKey } from '../../ask/keys.ts'
import { isNewKey } from '../../ask/use-is-new.ts'
import { CopyCode } from '../../ui/parts/copy-code.tsx'
import { RefusalText } from '../../ui/parts/refusal-note.tsx'
import classes from './first-steps.module.css'
import { Refused } from './refused.tsx'
import { TagStep } from './tag-step.tsx'

const pollMs = 2000

/** What an empty organization sees in the place of charts, until its first event arrives. */
export function FirstSteps({
  organization,
  onSkip,
}: {
  organization: { readonly id: string; readonly name: string }
  onSkip(): void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const made = useMutation({ mutationFn: () => createKey({ kind: 'secret', scopes: ['ingest'] }) })
  useEffect(() => {
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: isNewKey }), pollMs)
    return () => clearInterval(timer)
  }, [client])
  return (
    <section className={classes.steps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={classes.title}>
        {t('first_steps.title')}
      </h2>
      <p className={classes.lead}>{t('first_steps.lead')}</p>
      <ol className={classes.list}>
        <Step
          icon={<IconKey size={18} />}
          title={t('first_steps.key')}
          text={t('first_steps.key_why', { organization: organization.name })}
        >
          {made.data === undefined ? (
            <Button size="xs" loading={made.isPending} onClick={() => made.mutate()}>
              {t('first_steps.key_create')}
            </Button>
          ) : (
            <>
              <p className={classes.made}>{t('first_steps.key_made')}</p>
              <CopyCode code={made.data.key} label={t('first_steps.key')} />
            </>
          )}
          {made.error === null ? null : (
            <p className={classes.failed}>
              <RefusalText error={made.error} />
            </p>
          )}
        </Step>
        <Step icon={<IconSend size={18} />} title={t('first_steps.send')} text={t('first_steps.send_why')}>
          <CopyCode code={curl(made.data?.key ?? 'sk_…')} label={t('first_steps.send')} />
        </Step>
        <Step icon={<IconBrowser size={18} />} title={t('first_steps.tag')} text={t('first_steps.tag_why')}>
          <TagStep />
        </Step>
        <Step icon={<IconFileImport size={18} />} title={t('first_steps.import')} text={t('first_steps.import_why')}>
          <CopyCode
            code={`npx parley import events.ndjson --organization ${organization.id}`}
            label={t('first_steps.import')}
          />
        </Step>
      </ol>
      <Refused everyMs={pollMs} />
      <div className={classes.foot}>
        <span className={classes.waiting} role="status">
          <Loader size={14} color="var(--accent)" />
          {t('first_steps.waiting')}
        </span>
        <Anchor component="button" size="sm" onClick={onSkip}>
          {t('first_steps.skip')}
        </Anchor>
      </div>
    </section>
  )
}

function Step({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <div className={classes.body}>
        <h3 className={classes.step_title}>{title}</h3>
        <p className={classes.text}>{text}</p>
        {children}
      </div>
    </li>
  )
}

function curl(key: string): string {
  const event = `{
    "specversion": "1.0", "id": "m-1", "source": "/first-steps", "type": "message.sent",
    "time": "${new Date().toISOString()}",
    "data": {
      "conversation_id": "c-1", "channel": "web",
      "author": { "kind": "contact", "id": "v-1" }, "text": "Hello"
    }
  }`
  return `curl ${window.location.origin}/v1/events \\
  -H 'Authorization: Bearer ${key}' \\
  -H 'Content-Type: application/cloudevents+json' \\
  -d '${event}'`
}
