import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const service = process.env.NITAQ_API ?? 'http://127.0.0.1:3000';
const api = { '/api': service, '/tiles': service };

const REPORT_MAPS = 'src/report/report-maps.ts';

export default defineConfig({
  plugins: [react(), reportMapsWhileDeveloping()],
  server: { proxy: api },
  preview: { proxy: api },
  // MapLibre's worker is an ES module.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    rolldownOptions: {
      input: ['index.html', REPORT_MAPS].map((entry) => path.join(import.meta.dirname, entry)),
      // Pages of reports, which the service writes, name it without knowing its content.
      output: {
        entryFileNames: ({ name }) => (name === 'report-maps' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
    // Everything is a file of our own origin: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});

/** Pages of reports ask for the built file, which is not there while one develops. */
function reportMapsWhileDeveloping(): Plugin {
  return {
    name: 'report-maps',
    configureServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        if (request.url === '/report-maps.js') request.url = `/${REPORT_MAPS}`;
        next();
      });
    },
  };
}
