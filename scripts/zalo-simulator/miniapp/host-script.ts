import { fileURLToPath } from 'node:url';

let bundled: Promise<string> | undefined;

/** The fake host as one classic script; made once in a process, when somebody first opens the app. */
export function hostScript(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  // Vite is heavy, and most simulators (those of tests) never show the app.
  const { build } = await import('vite');
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./host/host.ts', import.meta.url)), formats: ['iife'], name: 'zaloHost' },
    },
  });
  const [first] = [made].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Không dựng được phần giả Zalo trong Mini App');
  return chunk.code;
}
