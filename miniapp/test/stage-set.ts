import { makePhoto } from '../../scripts/opening-scene/photo.ts';
import { waitFor } from '../../scripts/testing/wait-for.ts';
import type { City } from '../../webhook-service/test/city.ts';
import { LANG, lifeIn, passTime, reportOf, type Staff, today, WEEK_MS } from '../../webhook-service/test/life/cast.ts';
import { type Reporter, reporterIn, type Story } from './reporter.ts';

/** Codes of reports by where each stands. */
export interface Stage {
  /** Of the citizen whose phone is looked at. */
  mine: Record<MyStanding, string>;
  /** Published by other people. */
  others: Record<TheirStanding, string>;
}

export type MyStanding =
  | 'received'
  | 'dispatched'
  | 'inProgress'
  | 'asked'
  | 'answered'
  | 'unrated'
  | 'closed'
  | 'refused'
  | 'merged'
  | 'overdue'
  | 'reopened'
  | 'withdrawn';
export type TheirStanding = 'open' | 'answered' | 'closed' | 'overdue';

/** Fills the city by what citizens and officials really do: the service takes every step, only the overdue wait is shortened. */
export async function setTheStage(city: City, citizenId: string): Promise<Stage> {
  const life = lifeIn(city);
  const [me, neighbour, handler] = await Promise.all([
    reporterIn(city, citizenId),
    city.zalo.addCitizen('Người hàng xóm').then(({ id }) => reporterIn(city, id)),
    life.staff(['handler', 'leader'], [LANG]),
  ]);
  const officials = { office: life.office, handler };

  const sentTo = async (who: Reporter, story: Story): Promise<string> => {
    const code = await who.sends(story);
    const { state } = await waitFor(
      async () => {
        const report = await reportOf(life, code);
        return (report.state === 'dispatched' || report.traySince !== null) && report;
      },
      { what: `${code} to be dispatched or in the tray` },
    );
    // The words left the rules in doubt: the intake officer decides.
    if (state === 'received')
      await officials.office.does(code, 'dispatch', { agencyCode: LANG, categoryCode: story.categoryCode });
    return code;
  };
  const accepted = async (who: Reporter, story: Story): Promise<string> => {
    const code = await sentTo(who, story);
    await handler.does(code, 'accept');
    return code;
  };
  const answered = async (who: Reporter, story: Story): Promise<string> => {
    const code = await accepted(who, story);
    await answerWith(handler, code, story.address);
    return code;
  };
  const overdue = async (who: Reporter, story: Story): Promise<string> => {
    const code = await accepted(who, story);
    await passTime(life, code, 2 * WEEK_MS);
    await waitFor(async () => (await reportOf(life, code)).overdueAt !== null, { what: `${code} to be overdue` });
    return code;
  };

  const others = {
    open: await accepted(neighbour, await theirs('rubble', 0)),
    answered: await answered(neighbour, await theirs('garbage', 1)),
    closed: await answered(neighbour, await theirs('pothole', 2)),
    overdue: await overdue(neighbour, await theirs('manhole', 3)),
  };
  await neighbour.does(others.closed, 'confirm');
  await neighbour.does(others.closed, 'rating', { level: 'satisfied' });
  for (const code of Object.values(others)) await letPhotosBeSeen(officials.office, code);

  const mine: Stage['mine'] = {
    received: await me.sends({
      text: 'Chỗ này bừa bộn quá, mong thành phố xem giúp.',
      address: 'ngõ 12 Chùa Láng',
      ...at(4),
    }),
    withdrawn: await sentTo(
      me,
      story('MT-06', 'Karaoke hát loa kéo sau 22 giờ, cả ngõ không ngủ được.', 'ngõ 80 Chùa Láng', 5),
    ),
    refused: await me.sends({
      text: 'Hàng xóm nợ tiền tôi mãi không trả, đề nghị giải quyết.',
      address: 'ngõ 185 Chùa Láng',
      ...at(6),
    }),
    merged: await sentTo(
      me,
      await withPhotos(
        'rubble',
        story('MT-02', 'Ai đó đổ trộm một đống phế thải xây dựng ven hồ.', '54 Pháo Đài Láng', 0),
      ),
    ),
    closed: await answered(
      me,
      await withPhotos(
        'fallenTree',
        story('CX-01', 'Cây phượng đổ sau cơn dông, chắn nửa đường.', '27 Pháo Đài Láng', 7),
      ),
    ),
    unrated: await answered(
      me,
      story('TN-02', 'Miệng cống bị rác bịt kín, mưa nhỏ là ngập.', '102 Nguyễn Chí Thanh', 8),
    ),
    reopened: await answered(
      me,
      story('DT-01', 'Quán ăn kê bàn ghế kín vỉa hè, người đi bộ phải xuống lòng đường.', '91 Chùa Láng', 9),
    ),
    overdue: await overdue(
      me,
      await withPhotos(
        'darkLamp',
        story('CS-01', 'Đèn đường hỏng cả đoạn, tối đi lại rất nguy hiểm.', 'ngõ 157 Chùa Láng', 10),
      ),
    ),
    dispatched: await sentTo(
      me,
      story('CX-04', 'Cành cây chạm dây điện trước cổng trường, xin cắt tỉa.', '5 Láng Trung', 11),
    ),
    inProgress: await accepted(
      me,
      await withPhotos('garbage', story('MT-01', 'Rác đầu ngõ ba ngày rồi chưa ai thu.', 'ngõ 19 Láng Hạ', 12)),
    ),
    asked: await accepted(
      me,
      await withPhotos(
        'pavement',
        story('DT-06', 'Ghế đá trong vườn hoa gãy, trẻ con hay trèo lên.', 'vườn hoa 1-6', 13),
      ),
    ),
    answered: await answered(
      me,
      await withPhotos(
        'pothole',
        story('GT-01', 'Mặt đường có mấy ổ gà lớn, xe máy đi buổi tối rất dễ ngã.', '12 Chùa Láng', 14),
      ),
    ),
  };
  await me.does(mine.withdrawn, 'withdraw');
  await life.office.does(mine.refused, 'refuse', { reason: 'civil_dispute' });
  await life.office.does(mine.merged, 'merge', { into: others.open });
  for (const code of [mine.closed, mine.unrated]) await me.does(code, 'confirm');
  await me.does(mine.closed, 'rating', { level: 'satisfied' });
  await me.does(mine.reopened, 'reject');
  await handler.does(mine.asked, 'ask', {
    question: 'Ghế đá gãy nằm gần cổng nào của vườn hoa, phía Láng Hạ hay phía Thành Công?',
  });
  return { mine, others };
}

type Subject = Parameters<typeof makePhoto>[0];

/** Far enough from each other that none seems to be the same matter; the first four also from those of the same kind. */
function at(index: number) {
  return { latitude: 21.0226 + (index % 4) * 0.0011, longitude: 105.8009 + Math.floor(index / 4) * 0.0013 };
}

function story(categoryCode: string, text: string, address: string, index: number): Story {
  return { categoryCode, text, address, ...at(index) };
}

async function theirs(subject: 'rubble' | 'garbage' | 'pothole' | 'manhole', index: number): Promise<Story> {
  const told = {
    rubble: story(
      'MT-02',
      'Phế thải xây dựng đổ thành đống ven hồ, gió thổi bụi mù.',
      'hồ Láng, gần 54 Pháo Đài Láng',
      index,
    ),
    garbage: story('MT-01', 'Rác chất đống cạnh trạm xe buýt, bốc mùi cả tuần.', 'trạm xe buýt 33 Láng', index),
    pothole: story(
      'GT-01',
      'Mấy ổ gà ở đoạn rẽ, mưa xuống không nhìn thấy.',
      'ngã ba Chùa Láng, Nguyễn Chí Thanh',
      index,
    ),
    manhole: story('GT-02', 'Nắp hố ga mất mấy hôm, phải cắm tạm cành cây.', '211 đường Láng', index),
  };
  return withPhotos(subject, { ...told[subject], publish: true });
}

let streets = 0;

/** Two views of one street, which no other story shows. */
async function withPhotos(subject: Subject, told: Story): Promise<Story> {
  streets += 1;
  const place = streets * 1_000;
  return {
    ...told,
    photos: [await makePhoto(subject, { place, shot: 1 }), await makePhoto(subject, { place, shot: 2 })],
  };
}

/** Words and a photo that the rules for answers let through. */
async function answerWith(handler: Staff, code: string, address: string): Promise<void> {
  streets += 1;
  const photo = await handler.proof(code, await makePhoto('patched', { place: streets * 1_000 + 500, shot: 9 }));
  await handler.does(code, 'answer', {
    text: `Ngày ${today()}, tổ hạ tầng UBND phường Láng đã đến ${address}, sửa chữa xong và dọn sạch, người và xe đi lại bình thường. Ảnh sau khi làm gửi kèm.`,
    evidenceIds: [photo],
  });
}

async function letPhotosBeSeen(office: Staff, code: string): Promise<void> {
  const reason = 'Đã xem ảnh: không có khuôn mặt, biển số hay trẻ em.';
  const answer = await office.asks('POST', `/api/staff/reports/${code}/publication`, { photos: true, reason });
  if (answer.status !== 200) throw new Error(`publication of ${code}: HTTP ${answer.status}`);
}
