import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import type { Download } from '../../ask/bar/choices.tsx'
import type { DashboardPage } from '../../ask/catalogue.ts'
import { asked } from '../../ask/view/question.ts'
import type { Language } from '../../ui/formats/language.ts'
import { refusalWords } from '../../ui/parts/refusal-words.ts'
import { download } from './download.ts'
import type { Page } from './page-context.ts'

/** The whole dashboard as it is seen, as one workbook, for the bar. It takes a while: a note says so until it is there. */
export function workbookOf(
  { id, title }: DashboardPage,
  place: Pick<Page, 'view' | 'zone' | 'picked'>,
  language: Language,
  t: TFunction,
): Download {
  const run = async () => {
    const note = notifications.show({
      ...{ loading: true, autoClose: false, withCloseButton: false },
      message: t('bar.making_workbook', { title }),
    })
    try {
      await download('xlsx', { path: `/v1/dashboards/${id}/workbook`, body: chosen(place) }, title, language)
      notifications.hide(note)
    } catch (error) {
      notifications.update({
        ...{ id: note, color: 'red', loading: false, autoClose: 10_000, withCloseButton: true },
        ...{ title: t('panel.download_failed'), message: refusalWords(error as Error).text },
      })
    }
  }
  return { title: t('bar.download_workbook'), files: [{ kind: 'xlsx', run }] }
}

function chosen({ view, zone, picked }: Pick<Page, 'view' | 'zone' | 'picked'>): object {
  const { range, compare, match, granularity, filters } = view
  return {
    ...{ range, granularity, time_zone: zone, filters: filters.map(asked) },
    ...(compare === 'none' ? {} : { compare, ...(match === undefined ? {} : { compare_match: match }) }),
    ...(picked === undefined ? {} : { metric: picked }),
  }
}
