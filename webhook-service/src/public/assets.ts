import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { PageAssets } from './layout.ts';

interface Asset {
  address: string;
  type: string;
  body: Buffer;
  /** Only where it saves something: fonts are packed already. */
  gzipped: Buffer | null;
}

const YEAR = 'public, max-age=31536000, immutable';
const fontFiles = {
  'latin-400.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2',
  'vietnamese-400.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2',
  'latin-600.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2',
  'vietnamese-600.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2',
} as const;

/**
 * Serves the pages' stylesheet, fonts and icon from memory (about 80 KB), under names that carry a hash of the content.
 * Read beside this file, so that it is the same from source and from `dist/`.
 */
export function registerAssets(app: FastifyInstance): PageAssets {
  const { resolve } = createRequire(import.meta.url);
  const beside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const fonts = Object.entries(fontFiles).map(([name, file]) => asset(name, 'font/woff2', readFileSync(resolve(file))));
  const css = fonts.reduce(
    (text, font) => text.replaceAll(nameOf(font.address), font.address),
    // One file instead of four: on a slow network a request costs more than these bytes.
    withoutComments(['design/tokens.css', 'fonts.css', 'layout.css', 'pages.css'].map(beside).join('\n')),
  );
  const stylesheet = asset('pages.css', 'text/css; charset=utf-8', Buffer.from(css));
  const icon = asset('icon.svg', 'image/svg+xml', Buffer.from(beside('icon.svg')));
  const assets = [stylesheet, icon, ...fonts];
  const byName = new Map(assets.map((each) => [nameOf(each.address), each]));

  app.get('/assets/:file', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    const address = `/assets/${(request.params as { file: string }).file}`;
    const found = byName.get(nameOf(address));
    if (!found) return reply.callNotFound();
    // While two versions are being served side by side a page may ask for the other one's hash: better ours than none.
    reply.header('cache-control', found.address === address ? YEAR : 'no-cache').type(found.type);
    if (!found.gzipped) return reply.send(found.body);
    reply.header('vary', 'accept-encoding');
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    return gzip ? reply.header('content-encoding', 'gzip').send(found.gzipped) : reply.send(found.body);
  });
  return { stylesheet: stylesheet.address, icon: icon.address, fonts: fonts.map((font) => font.address) };
}

function asset(name: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [stem, extension] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
  return {
    address: `/assets/${stem}.${hash}.${extension}`,
    type,
    body,
    gzipped: extension === 'woff2' ? null : gzipSync(body, { level: 9 }),
  };
}

/** `/assets/pages.0123456789ab.css` → `pages.css`. */
function nameOf(address: string): string {
  return address.replace('/assets/', '').replace(/\.[0-9a-f]{12}(?=\.\w+$)/, '');
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n');
}
