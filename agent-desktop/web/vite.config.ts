import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where the platform runs while the page is worked on: `npm run dev`. */
const platform = process.env['SWITCHBOARD_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // The server puts a number that nobody can guess in this place, new for every answer.
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2023', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': { target: platform, ws: true } } },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
