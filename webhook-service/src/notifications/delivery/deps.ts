import type { Db, Tx } from '../../../../db/client.ts';
import type { CallBudget } from '../../pressure/call-budget.ts';
import type { MiniAppClient } from '../../zalo/miniapp-client.ts';
import type { OaClient } from '../../zalo/oa-client.ts';
import type { ZnsClient } from '../../zalo/zns-client.ts';
import type { CitizenRow, OutboxRow } from '../planner/facts.ts';
import type { Channel, Plan } from '../planner/plan.ts';

export type Message = OutboxRow;
export type Citizen = CitizenRow;

/** Which way, and what it costs (`notifications/planner`). */
export interface Planner {
  plan(message: Message, citizen: Citizen): Promise<Plan>;
  /** False when the money is not there (any more): nothing is written, plan anew. */
  reserve(tx: Tx, cost: { message: Message; channel: Channel; dong: number }): Promise<boolean>;
  settle(tx: Tx, messageId: number, outcome: 'spent' | 'released'): Promise<void>;
}

export type DeliveryOutcome =
  | 'accepted'
  | 'reconciled'
  | 'held'
  | 'folded'
  | 'refused'
  | 'unsure'
  | 'retry'
  | 'paused'
  | 'waiting';

export interface DeliveryDeps {
  db: Db;
  zalo: Pick<
    OaClient,
    'sendText' | 'sendAnonymous' | 'sendTemplate' | 'react' | 'uploadImage' | 'getConversation' | 'lastInteraction'
  >;
  /** Null until it is configured; the planner then never chooses it. */
  zns: Pick<ZnsClient, 'send'> | null;
  miniapp: MiniAppClient | null;
  planner: Planner;
  budget: Pick<CallBudget, 'take'>;
  /** The number `84…` behind `phone_enc`; null when it cannot be opened. */
  phoneOf: (citizen: Citizen) => string | null;
  /** A picture of at most 1 MB of a stored piece of evidence; null when there is none. */
  pictureOf: (evidenceId: number) => Promise<Buffer | null>;
  now: () => Date;
  /** How long a message with a lost answer waits for its echo, ms. */
  echoWaitMs: number;
  /** A claim older than this belongs to a process that died, ms; longer than Zalo's time-out with a refresh in it. */
  claimTimeoutMs: number;
  observe: (outcome: DeliveryOutcome, errorCode?: string) => void;
}

/** A message that is being sent by us now, and what the claim found. */
export interface Claimed {
  message: Message;
  citizen: Citizen;
  channel: Channel;
  /** Pauses that were over: this call shows whether the way works again. */
  probing: string[];
  /** Zalo has lately refused buttons (§3.2). */
  withoutButtons: boolean;
}
