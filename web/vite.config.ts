import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.PARLEY_PORT ?? '4700'}`

/** The app is static files: the server serves `dist`, and in development Vite passes what is asked of the API on. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/v1': server } },
  preview: { proxy: { '/v1': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Charts are the heaviest part and are only fetched by pages that draw one.
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
})
