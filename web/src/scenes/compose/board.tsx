import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import { type Dispatch, type DragEvent, type SetStateAction, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../ask/bar/choice.tsx'
import type { TitledPanel } from '../../ask/catalogue.ts'
import settings from '../../ui/parts/settings.module.css'
import grid from '../../widgets/panel/grid.module.css'
import { Panel } from '../../widgets/panel/panel.tsx'
import classes from './compose.module.css'
import { type Draft, type Known, moved, ownTitle, widths, withPanel } from './draft.ts'

/** The panels as they will be, each to be moved by mouse or by keyboard, resized, changed and removed. */
export function Board({
  draft,
  known,
  onChange,
  onEdit,
}: {
  draft: Draft
  known: Known
  onChange: Dispatch<SetStateAction<Draft>>
  onEdit(panel: TitledPanel): void
}) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<number>()
  const [target, setTarget] = useState<number>()
  const [said, setSaid] = useState('')
  const { panels } = draft
  const nameOf = (panel: TitledPanel) => panel.title || ownTitle(panel, known) || t('compose.picked')
  const move = (from: number, to: number, button?: HTMLElement) => {
    const panel = panels[from]
    if (panel === undefined || to < 0 || to >= panels.length) return
    onChange({ ...draft, panels: moved(panels, from, to) })
    // What moves in the page loses the focus, and the next step would have to look for its button.
    if (button !== undefined) requestAnimationFrame(() => button.focus())
    setSaid(t('compose.moved', { title: nameOf(panel), place: to + 1, all: panels.length }))
  }
  const remove = (panel: TitledPanel, place: number, button: HTMLElement) => {
    const item = button.closest('li')
    const beside = item?.nextElementSibling ?? item?.previousElementSibling
    // Who removes one by key goes on with the next.
    requestAnimationFrame(() => beside?.querySelector<HTMLElement>('[data-removes]')?.focus())
    onChange({ ...draft, panels: panels.filter(({ id }) => id !== panel.id) })
    const id = `removed-${panel.id}`
    notifications.show({
      id,
      message: (
        <span className={classes.undo}>
          {t('compose.removed', { title: nameOf(panel) })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              onChange((now) => ({ ...now, panels: now.panels.toSpliced(place, 0, panel) }))
              notifications.hide(id)
            }}
          >
            {t('compose.undo')}
          </Button>
        </span>
      ),
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== undefined && target !== undefined) move(dragged, target)
    setDragged(undefined)
    setTarget(undefined)
  }
  return (
    <>
      <p className={settings.hidden} role="status">
        {said}
      </p>
      <ol className={`${grid.grid} ${classes.board}`}>
        {panels.map((panel, place) => {
          const title = nameOf(panel)
          return (
            <li
              key={panel.id}
              className={classes.item}
              data-width={panel.width}
              data-dragged={dragged === place}
              data-target={target === place && dragged !== place}
              onDragOver={(event) => {
                if (dragged === undefined) return
                event.preventDefault()
                setTarget(place)
              }}
              onDrop={drop}
            >
              <div className={classes.tools}>
                <Tooltip label={t('compose.drag', { title })}>
                  <span
                    className={classes.grip}
                    draggable
                    aria-hidden="true"
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move'
                      event.dataTransfer.setData('text/plain', panel.id)
                      const item = event.currentTarget.closest('li')
                      if (item !== null) event.dataTransfer.setDragImage(item, 16, 16)
                      setDragged(place)
                    }}
                    onDragEnd={() => {
                      setDragged(undefined)
                      setTarget(undefined)
                    }}
                  >
                    <IconGripVertical size={16} />
                  </span>
                </Tooltip>
                <ActionIcon
                  aria-label={t('compose.earlier', { title })}
                  // Not disabled: the focus would be lost at the end of the way.
                  aria-disabled={place === 0}
                  data-off={place === 0}
                  className={classes.tool ?? ''}
                  onClick={(event) => move(place, place - 1, event.currentTarget)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('compose.later', { title })}
                  aria-disabled={place === panels.length - 1}
                  data-off={place === panels.length - 1}
                  className={classes.tool ?? ''}
                  onClick={(event) => move(place, place + 1, event.currentTarget)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <Choice
                  label={t('compose.width')}
                  value={`w${panel.width}` as `w${(typeof widths)[number]}`}
                  options={widths.map((width) => ({
                    value: `w${width}` as const,
                    label: t(`compose.widths.w${width}`),
                  }))}
                  onChange={(value) => onChange(withPanel(draft, { ...panel, width: Number(value.slice(1)) }))}
                />
                <span className={classes.space} />
                <ActionIcon aria-label={t('compose.change', { title })} onClick={() => onEdit(panel)}>
                  <IconPencil size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('compose.remove', { title })}
                  data-removes="true"
                  onClick={(event) => remove(panel, place, event.currentTarget)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
              <Panel panel={{ ...panel, title }} />
            </li>
          )
        })}
      </ol>
    </>
  )
}
