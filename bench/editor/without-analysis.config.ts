/** The web application as it is, but for its analysis: nothing of this is known to the application itself. */
import path from 'node:path';
import app from '../../web/vite.config.ts';

const replaced = /\/live-assessment\.ts$/;

export default {
  ...app,
  plugins: [
    ...(app.plugins ?? []),
    {
      name: 'without-analysis',
      enforce: 'pre' as const,
      resolveId: (source: string) =>
        replaced.test(source) ? path.join(import.meta.dirname, 'without-analysis.ts') : null,
    },
  ],
};
