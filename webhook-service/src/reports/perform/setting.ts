import type { Tx } from '../../../../db/client.ts';
import { createCalendarStore } from '../../deadlines/calendar-store.ts';
import { createPolicyStore } from '../../deadlines/policy-store.ts';
import type { ClockSetting } from './clocks-after.ts';

/** The policy and the calendars as staff have them in the database, each read again at most once a minute. */
export function createSetting(now: () => Date): (tx: Tx) => Promise<ClockSetting> {
  const policies = createPolicyStore(now);
  const calendars = createCalendarStore(now);
  return async (tx) => ({ policy: await policies.current(tx), calendars: await calendars.calendars(tx) });
}
