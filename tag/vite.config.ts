import { join } from 'node:path'
import { defineConfig } from 'vite'

/** One file that runs by itself in every browser since 2022, `dist/tag.js`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    lib: {
      entry: join(import.meta.dirname, 'tag.ts'),
      formats: ['iife'],
      name: 'parleyTag',
      fileName: () => 'tag.js',
    },
  },
})
