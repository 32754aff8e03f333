import { setTimeout as sleep } from 'node:timers/promises';
import { allAgencies } from '../../db/seed/agencies.ts';
import type { SoakCity } from './city.ts';
import type { Random } from './random.ts';
import { askStaffApi } from './staff-api.ts';
import { streetPhoto } from './street-photo.ts';

/** An official at the OA console, who acts for every agency of the city. */
export interface Official {
  /** "Kết quả …" with a photo, in the citizen's chat. `time` makes the words of each round others. */
  answer(citizenId: string, report: { code: string; house: number; round: number }): Promise<void>;
}

const ADMIN_ID = '6409182735461029';

/** Adds the official, and links their console account by a code typed into their own chat. */
export async function linkOfficial(city: SoakCity, random: Random): Promise<Official> {
  const person = await askStaffApi<{ token: string }>(city, city.staffToken, '/api/staff/people', {
    name: 'Cán bộ trực',
    roles: ['handler', 'leader'],
    agencyCodes: wards(),
  });
  const { code } = await askStaffApi<{ code: string }>(city, person.token, '/api/staff/me/link-code', {});
  const own = await city.zalo.addCitizen('Cán bộ trực');
  await city.zalo.act(own.id, { act: 'follow' });
  await city.zalo.console(own.id, { act: 'text', text: `Liên kết ${code}`, adminId: ADMIN_ID });
  await linked(city);
  return {
    answer: async (citizenId, { code: report, house, round }) => {
      const day = new Intl.DateTimeFormat('vi-VN', {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone: 'Asia/Ho_Chi_Minh',
      }).format(new Date());
      const words =
        round === 1
          ? `Ngày ${day}, đội duy tu đã kiểm tra và vá ổ gà trước số ${house} bằng bê tông nhựa nóng, mặt đường đã phẳng.`
          : `Sáng ${day}, lãnh đạo đơn vị đã kiểm tra tại chỗ; đội duy tu cào bóc, trải lại ${random.between(5, 90)} m² bê tông nhựa trước số ${house} và lu phẳng.`;
      await city.zalo.console(citizenId, { act: 'text', text: `Kết quả ${report}: ${words}`, adminId: ADMIN_ID });
      const photoId = await city.zalo.photo(await streetPhoto(random, true));
      await city.zalo.console(citizenId, { act: 'image', photoId, adminId: ADMIN_ID });
    },
  };
}

/** Reports of the run are about roads of one ward; the list stays within what one person may act for. */
function wards(): string[] {
  return allAgencies()
    .map(({ code }) => code)
    .slice(0, 200);
}

async function linked(city: SoakCity): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const [row] = await city.sql`select 1 from console_accounts where staff_id is not null`;
    if (row) return;
    await sleep(200);
  }
  throw new Error('the console account was not linked');
}
