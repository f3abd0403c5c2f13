import { ActionIcon, Button, Modal, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../ask/http.ts'
import { changeTrackedUrl, createTrackedUrl, patternPreview, type TrackedUrl } from '../../../ask/tracked-urls.ts'
import { decimal } from '../../../ui/formats/number.ts'
import { problemWords } from '../../../ui/parts/refusal-words.ts'
import { ScrollRegion } from '../../../ui/parts/scroll-region.tsx'
import { useForm } from '../../../ui/parts/use-form.ts'
import { WindowForm } from '../../../ui/parts/window-form.tsx'
import { useLanguage } from '../../../ui/texts/use-language.ts'
import formClasses from '../form/form.module.css'
import classes from './tracked-urls.module.css'

/** A new tracked URL, or one that is changed; `null` for a new one, undefined while none is edited. */
export function EditTrackedUrl({ edited, onClose }: { edited: TrackedUrl | null | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const [isChanged, setIsChanged] = useState(false)
  return (
    <Modal
      opened={edited !== undefined}
      onClose={onClose}
      // What was written is not thrown away by a click beside it.
      closeOnClickOutside={!isChanged}
      closeOnEscape={!isChanged}
      title={edited ? t('tracked_urls.edit') : t('tracked_urls.add')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
      size={620}
    >
      {edited === undefined ? null : <EditForm edited={edited} onDone={onClose} onChanged={setIsChanged} />}
    </Modal>
  )
}

function EditForm({
  edited,
  onDone,
  onChanged,
}: {
  edited: TrackedUrl | null
  onDone(): void
  onChanged(isChanged: boolean): void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    saved: { label: edited?.label ?? '', patterns: edited?.patterns ?? [''] },
    pointers: ['/label', '/patterns'],
    check: ({ label, patterns }) => ({
      ...(label.trim() === '' && { '/label': t('settings.required') }),
      ...Object.fromEntries(
        patterns.flatMap((pattern, index) =>
          pattern.trim() === '' ? [[`/patterns/${index}`, t('settings.required')]] : [],
        ),
      ),
    }),
    save: (values) => {
      const sent = { label: values.label.trim(), patterns: values.patterns.map((pattern) => pattern.trim()) }
      return edited === null ? createTrackedUrl(sent) : changeTrackedUrl(edited.id, sent)
    },
  })
  const { values } = form
  const set = (next: typeof values) => {
    onChanged(true)
    form.set(next)
  }
  const finish = async () => {
    onChanged(false)
    onDone()
    notifications.show({ message: t('tracked_urls.saved') })
    for (const queryKey of [['tracked-urls'], ['query'], ['dimension-values']])
      await client.invalidateQueries({ queryKey })
  }
  return (
    <WindowForm form={form} action={t('settings.save')} onCancel={onDone} onSaved={() => void finish()}>
      <TextInput
        label={t('tracked_urls.label')}
        description={t('tracked_urls.label_hint')}
        data-autofocus
        maxLength={200}
        value={values.label}
        onChange={(event) => set({ ...values, label: event.currentTarget.value })}
        error={form.errorAt('/label')}
      />
      <div>
        <p className={classes.patterns_label}>{t('tracked_urls.patterns')}</p>
        <p className={formClasses.hint}>{t('tracked_urls.patterns_hint')}</p>
        <Stack gap={8} mt={8}>
          {values.patterns.map((pattern, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pattern is its place while it is being written
            <div key={index} className={formClasses.row}>
              <TextInput
                className={formClasses.grow ?? ''}
                aria-label={t('tracked_urls.pattern', { number: index + 1 })}
                placeholder="*.example.com/cards/*"
                spellCheck={false}
                value={pattern}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  set({ ...values, patterns: values.patterns.map((one, at) => (at === index ? value : one)) })
                }}
                error={form.errorAt(`/patterns/${index}`)}
              />
              {values.patterns.length === 1 ? null : (
                <ActionIcon
                  size={36}
                  aria-label={t('tracked_urls.pattern_remove', { number: index + 1 })}
                  onClick={() => set({ ...values, patterns: values.patterns.filter((_, at) => at !== index) })}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </div>
          ))}
        </Stack>
        <Button
          mt={8}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => set({ ...values, patterns: [...values.patterns, ''] })}
        >
          {t('tracked_urls.pattern_add')}
        </Button>
      </div>
      <Preview patterns={values.patterns} />
    </WindowForm>
  )
}

/** Which pages of late the patterns match, as they are being written. */
function Preview({ patterns }: { patterns: readonly string[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [written] = useDebouncedValue(
    patterns.map((one) => one.trim()).filter((one) => one !== ''),
    300,
  )
  const preview = useQuery(patternPreview(written))
  const { data, error } = preview
  const text =
    written.length === 0
      ? t('tracked_urls.preview_empty')
      : error instanceof Refusal && error.problems.length > 0
        ? error.problems.map(problemWords).join(' ')
        : data === undefined
          ? t('tracked_urls.preview_waiting')
          : t('tracked_urls.preview', {
              matched: decimal(data.matched, language),
              seen: decimal(data.seen, language),
              count: data.matched,
            })
  return (
    <section className={classes.preview} aria-label={t('tracked_urls.preview_title')}>
      <p className={classes.preview_text} role="status">
        {text}
      </p>
      {data === undefined || data.pages.length === 0 || written.length === 0 ? null : (
        <ScrollRegion className={classes.pages} label={t('tracked_urls.preview_title')}>
          <ul className={classes.page_list}>
            {data.pages.map(({ page, events }) => (
              <li key={page}>
                <span className={classes.page}>{page}</span>
                <span className="numeric">{decimal(events, language)}</span>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      )}
    </section>
  )
}
