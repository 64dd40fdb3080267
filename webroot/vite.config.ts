import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.js';
import { fieldWorker, workerFile } from './build/field-worker.js';
import { mapDataPlugin } from './map/data.mjs';

const server = process.env['HAETAE_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    mapDataPlugin(),
    fieldWorker((file) => readFileSync(new URL(`public/${file}`, import.meta.url))),
    compressed(),
  ],
  // Never inline: the content security policy refuses data: URIs.
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: { index: 'index.html', field: 'field.html', worker: 'src/worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? workerFile : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
  test: { setupFiles: ['test/setup.ts'], include: ['test/**/*.test.ts'], testTimeout: 20_000 },
});
