import type { citizens, outboxMessages } from '../../../../db/schema/index.ts';
import type { Weight } from '../message-kinds.ts';
import type { TemplateChoice } from './templates.ts';

export type OutboxRow = typeof outboxMessages.$inferSelect;
export type CitizenRow = typeof citizens.$inferSelect;

/** All that a plan depends on: `choose` is a function of this and of nothing else. */
export interface Facts extends NearFacts, FarFacts {}

/** Enough while the chat is open to us, which is nearly always. */
export interface NearFacts {
  now: Date;
  weight: Weight;
  /** About a report where somebody may be in danger: night does not count. */
  emergency: boolean;
  person: {
    anonymous: boolean;
    erased: boolean;
    blocked: boolean;
    unreachableUntil: Date | null;
    /** In the sense of §3.5. */
    lastInteractionAt: Date | null;
  };
  /** Ways that rest for everybody, by scope (`channel_pauses`); only those that still rest. */
  pauses: ReadonlyMap<string, Date>;
  free: {
    /** Free replies Zalo grants after each interaction; 0: no limit. */
    perWindow: number;
    /** Of these gone since the last interaction. */
    used: number;
  };
}

/** What only matters once the free chat is closed. */
export interface FarFacts {
  budget: {
    /** Đồng a day; 0: nothing that costs is sent. */
    perDay: number;
    /** Reserved or spent today. */
    gone: number;
    perPerson: number;
    /** Paid messages to this person today. */
    toPerson: number;
  };
  miniapp: {
    configured: boolean;
    knowsPerson: boolean;
    allowed: boolean;
    openedAt: Date | null;
    /** Notifications today, in Hà Nội: about this report, and to this person in all. */
    aboutReportToday: number;
    toPersonToday: number;
    template: TemplateChoice;
  };
  uid: { template: TemplateChoice };
  zns: { configured: boolean; hasPhone: boolean; consent: boolean; template: TemplateChoice };
}
