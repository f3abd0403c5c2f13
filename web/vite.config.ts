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
          // Else the first group takes along whatever its libraries share with everything.
          includeDependenciesRecursively: false,
          groups: [
            // What is heavy and not needed for the first sight comes by itself, when the first chart, table or calendar does.
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            {
              name: 'tables',
              test: /node_modules[\\/]@tanstack[\\/](react-|)(table|virtual)(-core|)[\\/]/,
              priority: 3,
            },
            {
              name: 'map',
              test: /node_modules[\\/](world-atlas|d3-geo|d3-array|internmap|topojson-client)[\\/]/,
              priority: 3,
            },
            { name: 'calendar', test: /node_modules[\\/](@mantine[\\/]dates|dayjs)[\\/]/, priority: 3 },
            // Of the rest, what the first dashboard needs: one file of libraries, which stays in the browser's cache when the app
            // changes, and one of the app. They pack better than a hundred, and come in one go.
            { name: 'libraries', test: /node_modules[\\/]/, tags: ['$initial'], priority: 2 },
            { name: 'app', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
})
