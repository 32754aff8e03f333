/** `npm start`: plain Node, because on a fresh machine nothing else is there yet. */
import { ensureNodeAndPackages } from './packages.mjs';

const begun = Date.now();
ensureNodeAndPackages();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./start/main.ts');
await main(begun);
