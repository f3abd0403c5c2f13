import { useTranslation } from 'react-i18next'
import type { LiveView } from '../../ask/live.ts'
import { useDelayed } from '../../ask/use-answer.ts'
import { clockTimeExact } from '../../ui/formats/time.ts'
import { useLanguage } from '../../ui/texts/use-language.ts'
import classes from './scene.module.css'

/** A break that is mended sooner than this is not worth a word. */
const breakMs = 1_500

/** Whether what is shown is of now, and if not, of when. */
export function Connection({ live: { snapshot, isConnected }, zone }: { live: LiveView; zone: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const isBroken = useDelayed(!isConnected, breakMs)
  const state = snapshot === undefined ? 'connecting' : isBroken ? 'reconnecting' : 'live'
  return (
    <p className={classes.connection} data-state={state}>
      <span className={classes.dot} aria-hidden="true" />
      {/* Only a change of state is worth saying aloud: the time changes every few seconds. */}
      <span role="status" className={classes.state}>
        {t(`live.${state}`)}
      </span>
      {snapshot === undefined ? null : (
        <time dateTime={snapshot.as_of} className={classes.as_of}>
          {t('panel.as_of', {
            time: clockTimeExact(snapshot.as_of, zone, language),
            zone: zone.replaceAll('_', ' '),
          })}
        </time>
      )}
    </p>
  )
}
