import type { Facts } from '../facts.ts';

/** Facts by what differs from the ordinary: somebody who wrote an hour ago, on a Monday noon, with nothing else open. */
export type FactsInput = {
  [Key in keyof Facts]?: Facts[Key] extends Date | string | boolean | ReadonlyMap<string, Date>
    ? Facts[Key]
    : Partial<Facts[Key]>;
};

export const noon = new Date('2026-10-05T05:00:00Z');
export const hoursBefore = (hours: number, at = noon) => new Date(at.getTime() - hours * 3_600_000);

export function facts(input: FactsInput = {}): Facts {
  return {
    now: input.now ?? noon,
    weight: input.weight ?? 'answer',
    emergency: input.emergency ?? false,
    person: {
      anonymous: false,
      erased: false,
      blocked: false,
      unreachableUntil: null,
      lastInteractionAt: hoursBefore(1, input.now),
      ...input.person,
    },
    pauses: input.pauses ?? new Map(),
    free: { perWindow: 8, used: 0, ...input.free },
    budget: { perDay: 0, gone: 0, perPerson: 3, toPerson: 0, ...input.budget },
    miniapp: {
      configured: true,
      knowsPerson: true,
      allowed: false,
      openedAt: null,
      aboutReportToday: 0,
      toPersonToday: 0,
      template: null,
      ...input.miniapp,
    },
    uid: { template: null, ...input.uid },
    zns: { configured: true, hasPhone: false, consent: false, template: null, ...input.zns },
  };
}

/** A template whose parameters fit. */
export const fits = (templateId: string, dong: number, notAtNight = false) => ({
  filled: { templateId, data: { ma: 'HN-7K4M2PXQ' } },
  dong,
  notAtNight,
});

/** Every way at once: the chat is open, everything is allowed and paid for. */
export function everythingOpen(input: FactsInput = {}): Facts {
  const now = input.now ?? noon;
  return facts({
    ...input,
    budget: { perDay: 100_000, ...input.budget },
    miniapp: { allowed: true, openedAt: hoursBefore(24, now), template: fits('thong-bao', 0), ...input.miniapp },
    uid: { template: fits('418273', 200), ...input.uid },
    zns: { hasPhone: true, consent: true, template: fits('500', 300), ...input.zns },
  });
}
