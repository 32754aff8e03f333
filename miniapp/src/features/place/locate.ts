import { answered, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { ZaloError, type ZaloErrorKind, zalo } from '../../zalo/index.ts';
import type { Pin } from '../draft/model.ts';
import type { PointAnswer } from './ward-at.ts';

export interface Located {
  pin: Pin;
  ward: PointAnswer;
}

/**
 * Why there is no place. `denied`: said no, which needs no words · `deniedForever`: and Zalo will not ask again · `again`: took too
 * long or the code had run out · `offline` · `unsupported`: this Zalo never gives it.
 */
export type NoPlace = 'denied' | 'deniedForever' | 'again' | 'offline' | 'unsupported';

/** Asks Zalo where the phone is (call only behind a screen that says why) and our server what that means. @throws see `noPlaceOf` */
export async function locate(): Promise<Located> {
  // The code is good for two minutes and for one exchange (§6.3): it is asked for last.
  const accessToken = await zalo.accessToken();
  const code = await zalo.locationCode();
  const { latitude, longitude, ward } = await answered(
    api.POST('/api/citizen/location', { body: { accessToken, code } }),
  );
  return { pin: { latitude, longitude }, ward };
}

export function noPlaceOf(error: unknown): NoPlace {
  if (error instanceof ZaloError) return BY_KIND[error.kind];
  if (error instanceof ApiProblem && error.status === 0) return 'offline';
  return 'again';
}

const BY_KIND: Readonly<Record<ZaloErrorKind, NoPlace>> = {
  denied: 'denied',
  cancelled: 'denied',
  deniedForever: 'deniedForever',
  timeout: 'again',
  busy: 'again',
  unauthorized: 'again',
  failed: 'again',
  unsupported: 'unsupported',
  notApproved: 'unsupported',
};
