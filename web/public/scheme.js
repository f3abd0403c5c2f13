// Runs before the first paint, so that a dark page never flashes white. A file and not an inline script, so that the
// content security policy needs no exception. The key is the one the colour scheme manager of the app writes.
try {
  const chosen = localStorage.getItem('parley-color-scheme')
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute(
    'data-mantine-color-scheme',
    chosen === 'light' || chosen === 'dark' ? chosen : system,
  )
} catch {
  // Storage is closed to us: the app will fall back to the system's scheme.
}
