/**
 * What Zalo loads of a build: `www/app-config.json` with its three lists filled (§8), module files named `.module.js`, no
 * `index.html` (the host makes its own page). Zalo's own Vite plugin does not take this Vite; this is all it did.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

export interface Lists {
  listCSS: string[];
  listSyncJS: string[];
  listAsyncJS: string[];
}

/** `configFile`: the one source, at the root of the repository. */
export function zmpManifest(configFile: string): Plugin {
  return {
    name: 'zmp-manifest',
    apply: 'build',
    enforce: 'post',
    config: ({ build }) => ({
      base: './',
      build: {
        outDir: build?.outDir ?? 'www',
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            entryFileNames: 'assets/[name].[hash].module.js',
            chunkFileNames: 'assets/[name].[hash].module.js',
          },
        },
      },
    }),
    writeBundle({ dir = '' }, bundle) {
      const config = JSON.parse(readFileSync(configFile, 'utf8')) as Record<string, unknown>;
      writeFileSync(join(dir, 'app-config.json'), JSON.stringify({ ...config, ...listsOf(Object.values(bundle)) }));
      rmSync(join(dir, 'index.html'), { force: true });
    },
  };
}

/** Entries load first; what they import stands in the order in which it is needed. Lazy parts are not listed: they load themselves. */
export function listsOf(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Lists {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const entries = [...chunks.values()].filter((chunk) => chunk.isEntry);
  const needed = new Set<string>();
  const walk = (chunk: Rolldown.OutputChunk) => {
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (!imported || needed.has(name)) continue;
      walk(imported);
      needed.add(name);
    }
  };
  for (const entry of entries) walk(entry);
  const lazy = new Set(
    [...chunks.values()].filter((chunk) => !chunk.isEntry && !needed.has(chunk.fileName)).flatMap(cssOf),
  );
  return {
    listCSS: files.map((file) => file.fileName).filter((name) => name.endsWith('.css') && !lazy.has(name)),
    listSyncJS: entries.map((entry) => entry.fileName),
    listAsyncJS: [...needed],
  };
}

/** Style sheets that only a lazy part needs: it loads them itself. */
function cssOf(chunk: Rolldown.OutputChunk): string[] {
  const { viteMetadata } = chunk as Rolldown.OutputChunk & { viteMetadata?: { importedCss?: Set<string> } };
  return [...(viteMetadata?.importedCss ?? [])];
}
