import type { Clock } from './clock.ts';
import type { PushStream } from './control/push-stream.ts';
import type { ChatMessage, SimState } from './control-api.ts';
import type { DaggerCodes } from './dagger-codes.ts';
import type { MediaStore } from './media/media-store.ts';
import type { RateLimiter } from './oa/rate-limit.ts';
import type { Store, StoredMessage } from './state.ts';
import type { WebhookSender } from './webhook/sender.ts';
import type { WireLog } from './wire-log.ts';

export interface SimConfig {
  appId: string;
  appSecret: string;
  oaId: string;
  oaSecret: string;
  oaName: string;
  miniAppId?: string;
  miniAppApiKey?: string;
  /** The callback saved in the console; when absent any http(s) address is taken as the saved one (§2.1). */
  callbackUrl?: string;
  publicUrl: string;
  wardBoundaries?: string;
  pageDir?: string;
  /** Folder of the built Mini App (`www`), with its `app-config.json`. */
  miniappDir?: string;
}

/** What every part of the simulator may reach. One value per running simulator, no module state. */
export interface Sim {
  config: SimConfig;
  store: Store;
  clock: Clock;
  dagger: DaggerCodes;
  media: MediaStore;
  rate: RateLimiter;
  wire: WireLog;
  webhook: WebhookSender;
  stream: PushStream;
  /** Says that the data changed: save soon, tell the page soon. */
  changed(): void;
  /** Saves at once: for tokens, which cannot be had a second time (§2.2). */
  saveNow(): void;
  state(): SimState;
  /** Like `changed`, and shows the page this message. */
  messageChanged(message: StoredMessage): void;
  /** Media addresses are stored as paths; events and answers carry them with the public origin. */
  absolute(address: string): string;
  /** A message as the page sees it, with absolute media addresses. */
  messageView(message: StoredMessage): ChatMessage;
}
