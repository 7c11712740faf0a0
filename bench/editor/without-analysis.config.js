/** The web application as it is, but for its analysis: nothing of this is known to the application itself. */
import path from 'node:path';
import app from '../../web/vite.config.ts';

const replaced = /\/(live-assessment|edit-previewer)\.ts$/;

export default {
  ...app,
  plugins: [
    ...app.plugins,
    {
      name: 'without-analysis',
      enforce: 'pre',
      resolveId: (source) =>
        replaced.test(source) ? path.join(import.meta.dirname, 'without-analysis.ts') : null,
    },
  ],
};
