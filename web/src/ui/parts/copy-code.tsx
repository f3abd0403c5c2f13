import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './copy-code.module.css'

/** Text for a machine, with a button that copies it. */
export function CopyCode({ code, label }: { code: string; label: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.code}>
      {/* It scrolls sideways, so the keyboard must be able to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is to be reached by the keyboard */}
      <pre className={classes.text} tabIndex={0} aria-label={label} role="region">
        {code}
      </pre>
      <CopyButton value={code} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('word.copied') : t('word.copy')}>
            <ActionIcon
              className={classes.button ?? ''}
              variant="default"
              onClick={copy}
              aria-label={`${copied ? t('word.copied') : t('word.copy')}: ${label}`}
            >
              {copied ? <IconCheck size={16} color="var(--good)" /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  )
}
