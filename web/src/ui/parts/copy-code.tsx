import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './copy-code.module.css'
import { ScrollRegion } from './scroll-region.tsx'

/** Text for a machine, with a button that copies it. */
export function CopyCode({ code, label }: { code: string; label: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.code}>
      <ScrollRegion className={classes.text} label={label}>
        <pre className={classes.words}>{code}</pre>
      </ScrollRegion>
      <CopyButton value={code} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('word.copied') : t('word.copy')}>
            <ActionIcon
              className={classes.button ?? ''}
              variant="default"
              onClick={copy}
              data-autofocus
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
