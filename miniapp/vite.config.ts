import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { zmpManifest } from './zmp-manifest.ts';

/**
 * `vite build --config miniapp/vite.config.ts` → `miniapp/www/`. `PUBLIC_URL` is where the service answers; a build without it
 * can only be opened in the simulator, which names the address itself.
 */
export default defineConfig(({ command }) => {
  // Whoever builds (a test has another mode): ZaUI's router knows its address on Zalo only in a production build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [withoutIconFont(), zmpManifest(join(import.meta.dirname, '../app-config.json'))],
    oxc: { jsx: { runtime: 'automatic' } },
    resolve: { dedupe: ['react', 'react-dom', 'react-router-dom'] },
    define: {
      __API_URL__: JSON.stringify((process.env.PUBLIC_URL ?? '').replace(/\/+$/, '')),
      // What the phone keeps of an older build is not read by a newer one.
      __BUILD__: JSON.stringify(buildId()),
    },
    build: {
      target: ['es2020', 'safari14'],
      chunkSizeWarningLimit: 600,
      assetsInlineLimit: 0,
      rolldownOptions: { onLog },
    },
  };
});

/** ZaUI's icon font lives on Zalo's servers and shows its icons' names when it cannot be had; our icons are our own. */
function withoutIconFont(): Plugin {
  return {
    name: 'without-icon-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/zmp-ui\/zaui(\.min)?\.css/.test(id)) return null;
      return { code: code.replace(/@font-face\s*\{[^}]*zaui-icons[^}]*\}/, ''), map: null };
    },
  };
}

/** "use client" means nothing here, and forty warnings hide a real one. */
function onLog(level: Rolldown.LogLevel, log: Rolldown.RolldownLog, show: Rolldown.LogOrStringHandler): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
}

/** Changes with any source of the app. */
function buildId(): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(import.meta.dirname, 'src'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(readFileSync(join(file.parentPath, file.name)));
  return hash.digest('hex').slice(0, 12);
}
