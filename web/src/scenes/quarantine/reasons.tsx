import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReasonCount, RejectionReason } from '../../ask/quarantine.ts'
import { decimal } from '../../ui/formats/number.ts'
import { ago } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './scene.module.css'

/** Why events are here, as choices; under the one chosen, what it means and what to do. */
export function Reasons({
  reasons,
  chosen,
  onChoose,
}: {
  reasons: readonly ReasonCount[]
  chosen: RejectionReason | undefined
  onChoose(reason: RejectionReason | undefined): void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const total = reasons.reduce((sum, { events }) => sum + events, 0)
  const one = reasons.find(({ reason }) => reason === chosen)
  const choice = (name: string, events: number, reason: RejectionReason | undefined) => (
    <UnstyledButton
      key={reason ?? ''}
      className={classes.reason ?? ''}
      aria-pressed={reason === chosen}
      onClick={() => onChoose(reason)}
    >
      {name} <span className="numeric">{decimal(events, language)}</span>
    </UnstyledButton>
  )
  return (
    <div className={classes.reasons}>
      <fieldset className={classes.choices} aria-label={t('quarantine.by_reason')}>
        {choice(t('quarantine.all_reasons'), total, undefined)}
        {reasons.map(({ reason, events }) => choice(t(`quarantine.reason.${reason}`), events, reason))}
      </fieldset>
      {one === undefined ? null : (
        <p className={classes.reason_text}>
          {t(`quarantine.reason_hint.${one.reason}`)}{' '}
          {t('quarantine.seen', {
            first: ago(one.first_received_at, Date.now(), language),
            last: ago(one.last_received_at, Date.now(), language),
          })}
        </p>
      )}
    </div>
  )
}
