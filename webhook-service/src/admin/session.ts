import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { seal, unseal } from '../crypto/sealed-box.ts';

/** What the cookie holds: who, until when, and the mark every form of theirs carries (CSRF). */
export interface AdminSession {
  operatorId: string;
  until: number;
  csrf: string;
}

export const SESSION_COOKIE = 'quan_tri';
const LIFE_MS = 3_600_000;
const CONTEXT = 'admin';

/** A session of one hour. It lives in the cookie alone, sealed, so that any replica can read it and nothing is stored. */
export function newSession(operatorId: string, now: Date): AdminSession {
  return { operatorId, until: now.getTime() + LIFE_MS, csrf: randomBytes(16).toString('base64url') };
}

export function sealSession(dataKey: Buffer, session: AdminSession): string {
  return seal(dataKey, 'admin-session', CONTEXT, JSON.stringify(session));
}

/** Null for anything but a session of ours that has not ended. */
export function openSession(dataKey: Buffer, cookie: string | undefined, now: Date): AdminSession | null {
  if (!cookie) return null;
  try {
    const session = Value.Parse(Shape, JSON.parse(unseal(dataKey, 'admin-session', CONTEXT, cookie)));
    return session.until > now.getTime() ? session : null;
  } catch {
    return null;
  }
}

/** Lax, not Strict: the way back from Zalo's consent page is a link from another site, and the session must survive it. */
export function cookieOptions(publicUrl: string): CookieSerializeOptions {
  return {
    path: '/admin',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: LIFE_MS / 1000,
  };
}

/** True when a form was made for this session. */
export function isOwnForm(session: AdminSession, csrf: unknown): boolean {
  const [given, own] = [Buffer.from(typeof csrf === 'string' ? csrf : ''), Buffer.from(session.csrf)];
  return given.length === own.length && timingSafeEqual(given, own);
}

const Shape = Type.Object({ operatorId: Type.String(), until: Type.Number(), csrf: Type.String() });
