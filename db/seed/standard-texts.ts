/**
 * Standard texts to begin with, in the tone of domain-hanoi §6.2: who, what, until when; never only "đã ghi nhận". Written by
 * us. An `answer` names when and by whom it was checked, what was found and done, and the proof: unfilled it is no answer.
 */
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { standardTexts } from '../schema/rules.ts';

export interface SeedStandardText {
  name: string;
  /** Category, category group, or null for all. */
  categoryCode: string | null;
  purpose: 'accept' | 'askCitizen' | 'extend' | 'answer' | 'refuse' | 'handOver' | 'escalate';
  body: string;
}

export const seedStandardTexts: readonly SeedStandardText[] = [
  {
    name: 'Nhận xử lý',
    categoryCode: null,
    purpose: 'accept',
    body: '{agency} đã nhận phản ánh {code} và sẽ cử người kiểm tra tại {place}. Hạn trả lời: {dueAt}.',
  },
  {
    name: 'Nhận xử lý, kiểm tra ngay',
    categoryCode: 'TN',
    purpose: 'accept',
    body: '{agency} đã nhận phản ánh {code} và cử lực lượng đến {place} ngay. Hạn trả lời: {dueAt}. Xin tránh đi qua chỗ nước sâu.',
  },
  {
    name: 'Hỏi vị trí',
    categoryCode: null,
    purpose: 'askCitizen',
    body: 'xin cho biết vị trí cụ thể (số nhà, ngõ, tên đường hoặc vật mốc gần nhất), hoặc gửi vị trí trên bản đồ',
  },
  {
    name: 'Hỏi ảnh',
    categoryCode: null,
    purpose: 'askCitizen',
    body: 'xin gửi thêm một ảnh chụp toàn cảnh và một ảnh chụp gần sự việc',
  },
  {
    name: 'Hỏi thời gian xảy ra',
    categoryCode: null,
    purpose: 'askCitizen',
    body: 'sự việc thường xảy ra vào ngày nào trong tuần, từ mấy giờ đến mấy giờ',
  },
  {
    name: 'Hỏi giờ gây ồn',
    categoryCode: 'MT-06',
    purpose: 'askCitizen',
    body: 'tiếng ồn phát ra từ địa chỉ nào, thường bắt đầu và kết thúc lúc mấy giờ',
  },
  {
    name: 'Hỏi tòa nhà, số tầng mất nước',
    categoryCode: 'NS',
    purpose: 'askCitizen',
    body: 'nhà riêng hay chung cư (tên tòa nhà, tầng), mất nước từ lúc nào và các hộ xung quanh có bị không',
  },
  {
    name: 'Chờ vật tư, thiết bị',
    categoryCode: null,
    purpose: 'extend',
    body: 'cần thêm thời gian để có {material}; {agency} sẽ lắp đặt ngay khi có',
  },
  {
    name: 'Chờ thời tiết',
    categoryCode: null,
    purpose: 'extend',
    body: 'thời tiết chưa cho phép thi công an toàn; {agency} đã đặt cảnh báo tại {place} và sẽ làm ngay khi tạnh ráo',
  },
  {
    name: 'Phải phối hợp với đơn vị khác',
    categoryCode: null,
    purpose: 'extend',
    body: 'phải phối hợp với {otherAgency} để xử lý dứt điểm; hai bên đã hẹn làm việc ngày {meetingDate}',
  },
  {
    name: 'Trả lời: đã xử lý xong',
    categoryCode: null,
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Về phản ánh {code} tại {place}: {checkedBy} đã kiểm tra lúc {checkedAt}. Qua kiểm tra: {found}. ' +
      'Đã xử lý: {done}. Kèm theo: {proof}. Trân trọng.',
  },
  {
    name: 'Trả lời: chưa xong, nêu lý do và thời hạn',
    categoryCode: null,
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Về phản ánh {code} tại {place}: {checkedBy} đã kiểm tra lúc {checkedAt}. Qua kiểm tra: {found}. ' +
      'Đến nay đã làm: {done}. Phần còn lại chưa xong vì {reason}; {nextBy} sẽ hoàn thành trước {nextDueAt}. ' +
      'Kèm theo: {proof}. Xin lỗi Ông/Bà vì sự chậm trễ. Trân trọng.',
  },
  {
    name: 'Trả lời: mặt đường, nắp cống',
    categoryCode: 'GT',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã kiểm tra {place} theo phản ánh {code}. Hiện trạng: {found}. ' +
      'Đã sửa chữa: {done}. Ảnh sau khi sửa: {proof}. Trân trọng.',
  },
  {
    name: 'Trả lời: rác thải',
    categoryCode: 'MT-01',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã kiểm tra {place} theo phản ánh {code}. Hiện trạng: {found}. ' +
      'Đã thu gom, dọn dẹp: {done}. Ảnh sau khi dọn: {proof}. Để không tái diễn: {prevention}. Trân trọng.',
  },
  {
    name: 'Trả lời: tiếng ồn',
    categoryCode: 'MT-06',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã kiểm tra nơi bị phản ánh theo mã {code}. Qua kiểm tra: {found}. ' +
      'Đã xử lý: {done}. Kèm theo: {proof}. Lịch kiểm tra lại: {nextDueAt}. Trân trọng.',
  },
  {
    name: 'Trả lời: úng ngập, thoát nước',
    categoryCode: 'TN',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã đến {place} theo phản ánh {code}. Nguyên nhân: {found}. ' +
      'Đã thực hiện: {done}. Kèm theo: {proof}. Để hạn chế ngập lại: {prevention}. Trân trọng.',
  },
  {
    name: 'Trả lời: vỉa hè, lòng đường bị chiếm',
    categoryCode: 'DT-01',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã kiểm tra {place} theo phản ánh {code}. Qua kiểm tra: {found}. ' +
      'Đã xử lý: {done}. Kèm theo: {proof}. Lịch kiểm tra lại: {nextDueAt}. Trân trọng.',
  },
  {
    name: 'Trả lời: trật tự xây dựng',
    categoryCode: 'XD',
    purpose: 'answer',
    body:
      'Kính gửi Ông/Bà. Lúc {checkedAt}, {checkedBy} đã kiểm tra công trình bị phản ánh theo mã {code}. Qua kiểm tra: {found}. ' +
      'Đã xử lý theo thẩm quyền: {done}. Văn bản kèm theo: {proof}. Trân trọng.',
  },
  {
    name: 'Từ chối: nơi có thẩm quyền',
    categoryCode: null,
    purpose: 'refuse',
    body: 'Nội dung phản ánh {code} do {otherAgency} giải quyết. Ông/Bà có thể gửi tới: {where}.',
  },
  {
    name: 'Từ chối: thiếu thông tin sau khi đã hỏi',
    categoryCode: null,
    purpose: 'refuse',
    body: 'Để xử lý được {code} cần thêm vị trí và ảnh của sự việc. Ông/Bà có thể gửi lại phản ánh kèm hai thông tin này.',
  },
  {
    name: 'Chuyển: thuộc đơn vị khác quản lý',
    categoryCode: null,
    purpose: 'handOver',
    body: 'Công trình tại {place} do {otherAgency} quản lý theo {basis}.',
  },
  {
    name: 'Đề xuất: vượt thẩm quyền, cần kinh phí',
    categoryCode: null,
    purpose: 'escalate',
    body:
      'Phản ánh {code} tại {place} vượt thẩm quyền của {agency} vì {reason}. Hiện trạng: {found}. ' +
      'Đề xuất {superior}: {request}, thời gian {nextDueAt}, kinh phí dự kiến {cost}.',
  },
  {
    name: 'Đề xuất: cần cấp trên chủ trì phối hợp',
    categoryCode: null,
    purpose: 'escalate',
    body:
      'Phản ánh {code} tại {place} liên quan đến {otherAgency}, vượt thẩm quyền của {agency} vì {reason}. Hiện trạng: {found}. ' +
      'Đề xuất {superior} chủ trì: {request}, thời gian {nextDueAt}.',
  },
];

/** Writes the texts once, while there are none: from then on they belong to the staff, who switch off but never delete. */
export async function seedTexts(db: Pick<PostgresJsDatabase, 'insert' | 'select'>): Promise<void> {
  const [any] = await db.select({ id: standardTexts.id }).from(standardTexts).limit(1);
  if (any) return;
  await db
    .insert(standardTexts)
    .values(seedStandardTexts.map((text) => ({ ...text, changedBy: 'seed', changedAt: sql`now()` })));
}
