/** Brings the keyboard to the first field that is told to be wrong, once that is on the page. */
export function toFirstWrong(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
}
