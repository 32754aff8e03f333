import type { channels } from '../../../../db/schema/index.ts';
import type { PlanStep } from '../../../../db/schema/message-extras.ts';

/** A way to a citizen. `cs` is the free consultation message, `cs_paid` the same between 48 hours and 7 days (§3.5). */
export type Channel = (typeof channels)[number];

/** A template of Zalo's with its parameters filled in, within their lengths. */
export interface FilledTemplate {
  templateId: string;
  data: Record<string, string>;
}

/** What is to be done with one message now, and why. */
export type Plan =
  | { do: 'send'; channel: Exclude<Channel, 'miniapp' | 'uid' | 'zns'>; dong: number; steps: PlanStep[] }
  | { do: 'send'; channel: 'miniapp' | 'uid' | 'zns'; dong: number; template: FilledTemplate; steps: PlanStep[] }
  /** Not yet: quiet hours, or a way that rests and will come back. */
  | { do: 'wait'; until: Date; why: string; steps: PlanStep[] }
  /** No way now; the citizen's next message opens one. */
  | { do: 'hold'; why: string; steps: PlanStep[] }
  /** Small news: goes into the citizen's next digest. */
  | { do: 'fold'; steps: PlanStep[] };
