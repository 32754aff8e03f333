import type { FastifyInstance } from 'fastify';
import type { Db } from '../../../db/client.ts';

/** The public pages; placeholder until the page module lands. */
export async function registerPublicPages(_app: FastifyInstance, _deps: { db: Db }): Promise<void> {}
