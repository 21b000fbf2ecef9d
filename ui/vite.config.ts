// How the page is built and tested. It is served from inside the app, so every path is relative and nothing is fetched.
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // WebView2 of an office PC that is seldom updated, and WebKitGTK 2.40.
    target: ['chrome111', 'safari16.4'],
    // One local page: the size of a chunk costs no download.
    chunkSizeWarningLimit: 2000,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/shared/testing/setup.ts', 'src/app/testing/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
    restoreMocks: true,
  },
})
