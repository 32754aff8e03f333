import { setTimeout as sleep } from 'node:timers/promises';
import type { SoakCity } from './city.ts';
import { askStaffApi } from './staff-api.ts';

const LOOK_EVERY_MS = 5_000;
/** Of phường Đống Đa, where all reports of a run lie. */
const WARD = { agencyCode: 'ubnd-00235', wardCode: '00235' };

/**
 * Whoever looks after the tray. When a "huỷ" is lost with the webhook and found again later, what should have been cancelled
 * and the next report are one text, and rightly a person has to decide.
 */
export async function watchTray(city: SoakCity, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await sleep(LOOK_EVERY_MS);
    // The HTTP role may just have been killed: the next look finds the same.
    const tray = await askStaffApi<{ items: { code: string }[] }>(city, city.staffToken, '/api/staff/tray').catch(
      () => null,
    );
    for (const { code } of tray?.items ?? []) {
      const body = { ...WARD, categoryCode: 'GT-01' };
      await askStaffApi(city, city.staffToken, `/api/staff/reports/${code}/dispatch`, body).catch(() => {});
    }
  }
}
