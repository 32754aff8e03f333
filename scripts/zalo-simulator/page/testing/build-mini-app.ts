import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the small Mini App of the tests into `dir`, in the shape Zalo takes (§8). */
export async function buildMiniApp(dir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'mini-app'),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dir,
      emptyOutDir: true,
      lib: {
        entry: fileURLToPath(new URL('./mini-app/main.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'assets/app.module.js',
      },
    },
  });
  const config = {
    app: { title: 'Phản ánh thử', actionBarHidden: true, statusBar: 'normal' },
    listCSS: [],
    listSyncJS: ['assets/app.module.js'],
    listAsyncJS: [],
    pages: [],
  };
  await writeFile(join(dir, 'app-config.json'), JSON.stringify(config));
}
