/** Who asks. Nothing a client says about itself is believed: only the session is (DESIGN §11). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '../../../db/client.ts';
import type { Citizen } from '../conversation/citizens.ts';
import { AppError } from '../errors.ts';
import { citizenOfSession } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler behind the sign-in runs. */
    citizen: Citizen | null;
  }
}

export interface SignedInDeps {
  db: Db;
  now: () => Date;
  /** Counts a request without a session; false when this address has had too many. */
  mayTryAgain: (request: FastifyRequest) => Promise<boolean>;
}

/** Lets nobody in without a session. Call on the scope whose routes it guards. */
export function requireSession(scope: FastifyInstance, deps: SignedInDeps): void {
  scope.addHook('onRequest', async (request) => {
    const token = bearerOf(request);
    request.citizen = token ? await citizenOfSession(deps.db, token, deps.now()) : null;
    if (request.citizen) return;
    // Who is in is counted by themselves, later; who is not must not ask the database without end.
    if (!(await deps.mayTryAgain(request))) throw tooMany();
    throw signInRequired();
  });
}

/** @throws AppError 401 `sign_in_required` */
export function citizenOf(request: FastifyRequest): Citizen {
  if (!request.citizen) throw signInRequired();
  return request.citizen;
}

export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function tooMany(): AppError {
  return new AppError({
    code: 'too_many_requests',
    status: 429,
    detail: 'Bạn gửi quá nhiều yêu cầu, xin thử lại sau ít phút.',
  });
}

export function signInRequired(): AppError {
  return new AppError({
    code: 'sign_in_required',
    status: 401,
    detail: 'Phiên đăng nhập đã hết hoặc chưa có. Xin mở lại từ Zalo.',
  });
}
