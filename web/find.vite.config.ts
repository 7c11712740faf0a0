import path from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import app from './vite.config.ts';

/** The page for phones, beside the application: with Preact instead of React, which halves what it loads. */
export default defineConfig(
  mergeConfig(app, {
    resolve: {
      alias: {
        react: 'preact/compat',
        'react-dom/client': 'preact/compat/client',
        'react/jsx-runtime': 'preact/jsx-runtime',
      },
    },
    build: {
      copyPublicDir: false,
      emptyOutDir: false,
      rolldownOptions: { input: path.join(import.meta.dirname, 'find.html') },
    },
  }),
);
