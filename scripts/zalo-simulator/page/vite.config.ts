import { defineConfig } from 'vite';

/** `vite build --config scripts/zalo-simulator/page/vite.config.ts`; the simulator serves what lands in dist/. */
export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the page works under whatever path the simulator serves it.
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { dedupe: ['react', 'react-dom'] },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 600 },
  // `npx vite --config …` while working on the page: the control API stays with a running simulator.
  server: { proxy: { '/_sim': process.env.SIMULATOR_URL ?? 'http://127.0.0.1:4100' } },
});
