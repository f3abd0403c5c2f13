import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../..')
const styles = readFileSync(join(import.meta.dirname, 'component-styles.ts'), 'utf8')
const shipped = join(dirname(fileURLToPath(import.meta.resolve('@mantine/core/styles.css'))), 'styles')

/** The names that a file takes from the component library. */
function importedIn(text: string): string[] {
  return [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  )
}

test('every component that is used has its styles', () => {
  const used = new Set(
    globSync('**/*.tsx', { cwd: src }).flatMap((file) => importedIn(readFileSync(join(src, file), 'utf8'))),
  )
  expect(used.size).toBeGreaterThan(10)
  const missing = [...used].filter(
    (name) => existsSync(join(shipped, `${name}.css`)) && !styles.includes(`/${name}.layer.css`),
  )
  expect(missing).toEqual([])
})
