/**
 * `npm run api:types`: the Mini App's types of the service's API, from the same document that `/openapi.json` answers →
 * `miniapp/src/api/schema.d.ts`. Committed, so that the app builds without a running service; a test says when it is out of date.
 */
import { writeFileSync } from 'node:fs';
import { openApiDocument } from './api-types/document.ts';
import { apiTypes } from './api-types/generate.ts';

writeFileSync('miniapp/src/api/schema.d.ts', await apiTypes(await openApiDocument()));
process.exit(0);
