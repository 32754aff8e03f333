import type { SimConfig } from '../context.ts';
import type { SentEvent } from '../wire-log.ts';
import { signMiniappEvent } from './miniapp-signature.ts';
import { timestampOf } from './raw-body.ts';
import { signEvent } from './signature.ts';

export type Unsigned = Pick<SentEvent, 'raw' | 'numRetry' | 'family'>;

/** The headers of one delivery (§1.2, §7.5); `spoilt` signs with a secret that is not the receiver's. */
export function eventHeaders(
  { raw, numRetry, family }: Unsigned,
  { config, spoilt }: { config: SimConfig; spoilt: boolean },
): Record<string, string> {
  const secretOf = (secret: string) => (spoilt ? `${secret}-wrong` : secret);
  const { appId, oaSecret, miniAppApiKey = '' } = config;
  const signature =
    family === 'miniapp'
      ? signMiniappEvent(raw, secretOf(miniAppApiKey))
      : signEvent({ appId, raw, timestamp: timestampOf(raw), oaSecret: secretOf(oaSecret) });
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(raw)),
    'X-ZEvent-Signature': signature,
    // §1.2: these are there only on a redelivery, and on events of the phone channel.
    ...(numRetry > 0 ? { num_retry: String(numRetry) } : {}),
    ...(family === 'zns' ? { 'X-ZEvent-Server': 'ZNS' } : {}),
  };
}
