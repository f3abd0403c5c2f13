import './ui/tokens/base.css'
import '@fontsource-variable/inter/wght.css'
import './ui/tokens/component-styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startSpeaking } from './ui/texts/speak.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')

await startSpeaking()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
