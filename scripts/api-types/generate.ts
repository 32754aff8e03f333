import openapiTypescript, { type OpenAPI3 } from 'openapi-typescript';

const HEAD = '/** Made by `npm run api:types` from the service’s own document. Do not edit. */\n';

/** Types of the paths a browser of ours may call; staff and Zalo have no business in the Mini App. */
export async function apiTypes(document: Record<string, unknown>): Promise<string> {
  const paths = Object.entries((document.paths ?? {}) as Record<string, unknown>);
  const ours = paths.filter(([path]) => path.startsWith('/api/citizen/') || path.startsWith('/api/public/'));
  const narrowed = { ...document, paths: Object.fromEntries(ours) } as unknown as OpenAPI3;
  return HEAD + (await openapiTypescript(narrowed, { commentHeader: '' }));
}
