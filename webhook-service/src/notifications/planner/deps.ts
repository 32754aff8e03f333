import type { Tx } from '../../../../db/client.ts';
import type { Language } from '../message-texts.ts';
import type { ChannelTemplates } from './templates.ts';

export interface PlannerDeps {
  now: () => Date;
  templates: ChannelTemplates;
  paidDongPerDay: number;
  paidPerPersonPerDay: number;
  /** 0: no limit. */
  freeRepliesPerWindow: number;
  /** There is a Mini App and a key to notify through it (§7.4). */
  miniappConfigured: boolean;
  /** Goes into the links that open the Mini App (§7.6). */
  miniappId: string | null;
  znsConfigured: boolean;
  describe: DescribeReport;
}

/** How a report stands, in words: `notifications` knows no reports. Null when there is none of this code. */
export type DescribeReport = (
  tx: Tx,
  code: string,
  language: Language,
) => Promise<{ code: string; state: string; agency: string | null; dueAt: string | null; link: string } | null>;
