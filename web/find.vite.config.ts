import path from 'node:path';
import { defineConfig } from 'vite';
import app from './vite.config.ts';

/** The page for phones, beside the application: with Preact instead of React, which halves what it loads. */
export default defineConfig({
  ...app,
  resolve: {
    alias: {
      react: 'preact/compat',
      'react-dom/client': 'preact/compat/client',
      'react/jsx-runtime': 'preact/jsx-runtime',
    },
  },
  build: {
    ...app.build,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: { input: path.join(import.meta.dirname, 'find.html') },
  },
});
