import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../../ask/http.ts'
import { problemWords } from './refusal-words.ts'

/** What is wrong with a field, by the JSON pointer that the server uses for it too. */
export type FieldProblems = Readonly<Record<string, string>>

export type Form<Values> = {
  readonly values: Values
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** A refusal that no field of the form shows. */
  readonly refusal: Error | null
  set(values: Values): void
  /** What is wrong at a pointer: as it was written, once one tried to save, or as the server said. */
  errorAt(pointer: string): string | undefined
  reset(): void
  /** Saves when nothing is wrong; resolves to whether it was saved. */
  submit(): Promise<boolean>
}

/**
 * What a person is changing, until it is saved or thrown away. What the server refuses stays in the form, each problem at
 * its field.
 */
export function useForm<Values>({
  saved,
  check,
  save,
  pointers,
}: {
  saved: Values
  check(values: Values): FieldProblems
  save(values: Values): Promise<unknown>
  /** Beginnings of the pointers that the form shows errors at. */
  pointers: readonly string[]
}): Form<Values> {
  const [draft, setDraft] = useState<Values>()
  const [isChecked, setIsChecked] = useState(false)
  const saving = useMutation({ mutationFn: save })
  const values = draft ?? saved
  const wrong = check(values)
  const told = saving.error instanceof Refusal ? saving.error.problems : []
  const isShown = (pointer: string | undefined) =>
    pointer !== undefined && pointers.some((start) => pointer === start || pointer.startsWith(`${start}/`))
  return {
    values,
    isChanged: draft !== undefined && JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving: saving.isPending,
    refusal: told.length > 0 && told.every(({ pointer }) => isShown(pointer)) ? null : saving.error,
    set(next) {
      setDraft(next)
      saving.reset()
    },
    errorAt: (pointer) =>
      (isChecked ? wrong[pointer] : undefined) ??
      told.filter((problem) => problem.pointer === pointer).map(problemWords)[0],
    reset() {
      setDraft(undefined)
      setIsChecked(false)
      saving.reset()
    },
    async submit() {
      setIsChecked(true)
      if (Object.keys(wrong).length > 0) return false
      try {
        await saving.mutateAsync(values)
      } catch {
        // Shown at its field, or by the form as a whole.
        return false
      }
      setDraft(undefined)
      setIsChecked(false)
      return true
    },
  }
}
