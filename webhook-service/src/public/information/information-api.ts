import type { FastifyInstance } from 'fastify';
import type { Db } from '../../../../db/client.ts';
import { type AboutDeps, registerAboutApi } from './about-api.ts';
import { registerNoticeApi } from './notice-api.ts';
import { registerPromisesApi } from './promises-api.ts';

/** What the Mini App tells about the channel itself: who, how long, what happens with personal data. */
export function registerInformationApi(app: FastifyInstance, deps: AboutDeps & { db: Db; now: () => Date }): void {
  registerAboutApi(app, deps);
  registerPromisesApi(app, deps);
  registerNoticeApi(app, deps);
}
