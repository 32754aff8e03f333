/** What an official is told of their console message: in their own chat, if it is linked, and never where the citizen reads. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.ts';
import { staffChats } from '../../../../db/schema/index.ts';
import { fitted, shorten } from '../../notifications/message-length.ts';
import { putMessage } from '../../notifications/outbox.ts';
import { listedVi } from '../../notifications/sentences.ts';
import type { ConsoleDeed } from './marks.ts';

/** Officials work in Vietnamese, and so does the gate whose words are quoted: these texts have no English. */
export const staffNotes = {
  answerHeldBack: ({ code, missing }: { code: string; missing: readonly string[] }): string =>
    fitted(
      (room) =>
        `Câu trả lời ${code} chưa được tính là kết quả, còn thiếu: ${listed(missing, room)} ` +
        'Gửi thêm ảnh, tệp trong 30 phút vào cùng khung chat, gửi lại "Kết quả …" đầy đủ, hoặc mở bàn làm việc.',
      320,
    ),
  heldBack: ({ code, detail }: { code: string; detail: string }): string =>
    fitted((room) => `Tin gửi cho ${code} chưa thực hiện được: ${shorten(detail, room)} Xin xem ở bàn làm việc.`, 320),
  inTray: ({ detail, codes }: { detail: string; codes: readonly string[] }): string =>
    `Tin vừa gửi trong khung chat chưa được ghi nhận: ${detail} ` +
    (codes.length > 0
      ? `Xin gửi lại kèm mã: ${listedVi(codes.slice(0, 3), 'hoặc')}; hoặc chọn ở bàn làm việc.`
      : 'Xin xem ở bàn làm việc.'),
};

/** Writes a note to the member's own chat; nothing when they have linked none. `key` tells one note from the next. */
export async function tellOfficial(
  tx: Tx,
  note: { staffId: string; text: string; key: string; now: Date },
): Promise<void> {
  if (!/^\d{1,15}$/.test(note.staffId)) return;
  const [chat] = await tx
    .select()
    .from(staffChats)
    .where(eq(staffChats.staffId, Number(note.staffId)));
  if (!chat) return;
  await putMessage(tx, {
    citizenId: chat.citizenId,
    kind: 'staff_note',
    text: note.text,
    idempotencyKey: `staff_note:${note.key}`,
    now: note.now,
  });
}

/** The note about a message that could not be carried out. */
export function heldBackNote(
  deed: ConsoleDeed,
  about: { code: string; detail: string; missing: readonly { text: string }[] },
): string {
  const missing = about.missing.map(({ text }) => text.replace(CHOOSE_REASON, SAY_REASON));
  return deed === 'answer' && missing.length > 0
    ? staffNotes.answerHeldBack({ code: about.code, missing })
    : staffNotes.heldBack(about);
}

/** The gate speaks to the desk, where a list is open; in a chat the reason is written. */
const CHOOSE_REASON = 'xin chọn một lý do trong danh sách và ghi rõ';
const SAY_REASON = 'xin viết "Không có ảnh vì …" và nêu lý do';

function listed(missing: readonly string[], room: number): string {
  const each = Math.max(20, Math.floor(room / Math.max(1, missing.length)));
  return missing.length === 1
    ? shorten(missing[0] ?? '', room)
    : missing.map((text, index) => `(${index + 1}) ${shorten(text, each)}`).join(' ');
}
