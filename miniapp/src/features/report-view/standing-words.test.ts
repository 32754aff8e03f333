import { describe, expect, it } from 'vitest';
import { apologyOf, standingWords } from './standing-words.ts';
import { answered, asked, inProgress } from './testing/samples.ts';
import { reportViewTexts } from './texts.ts';

const now = new Date('2026-11-24T03:00:00.000Z');
const vi = { language: 'vi', now } as const;
const words = reportViewTexts.vi;

describe('the sentence on top', () => {
  it('names the holder and until when they answer', () => {
    expect(standingWords(inProgress, words, vi)).toBe('UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11');
    expect(standingWords(inProgress, reportViewTexts.en, { language: 'en', now })).toBe(
      'UBND phường Láng đang xử lý · answer due by 17:00 on Wednesday, 25 November',
    );
  });

  it('says that it is late once the service says so, and never by the clock of the phone', () => {
    const later = { language: 'vi', now: new Date('2026-11-26T03:00:00.000Z') } as const;
    expect(standingWords(inProgress, words, later)).toContain('trả lời trước');
    expect(standingWords({ ...inProgress, overdue: true }, words, later)).toBe(
      'UBND phường Láng đang xử lý · đã quá hạn 17:00 thứ Tư 25/11',
    );
  });

  it('speaks to the one who is asked, and of the sender to everybody else', () => {
    expect(standingWords(asked, words, vi)).toBe(
      'UBND phường Láng chờ bạn trả lời · xin trả lời trước 17:00 thứ Sáu 27/11',
    );
    expect(standingWords({ ...asked, agency: null }, words, vi)).toContain('Cán bộ tiếp nhận chờ bạn trả lời');
    expect(standingWords({ ...asked, role: 'follower' }, words, vi)).toBe(
      'UBND phường Láng đang chờ người gửi bổ sung thông tin · tạm dừng tính hạn',
    );
  });

  it('waits for the word of the one who sent it, and is never late for that', () => {
    expect(standingWords({ ...answered, overdue: true }, words, vi)).toBe(
      'UBND phường Láng đã trả lời · chờ bạn xác nhận đến 10:00 thứ Hai 30/11',
    );
    expect(standingWords({ ...answered, role: 'follower' }, words, vi)).toContain('chờ người gửi xác nhận');
  });

  it('has no second half when nothing is due', () => {
    expect(standingWords({ ...inProgress, due: null }, words, vi)).toBe('UBND phường Láng đang xử lý');
  });
});

describe('the apology', () => {
  const told = { at: '2026-11-25T10:01:00.000Z', event: 'overdue', text: 'Quá hạn trả lời. Xin lỗi vì sự chậm trễ.' };

  it('is the one that stands in the history, the latest', () => {
    const again = { ...told, text: 'Quá hạn lần nữa. Xin lỗi.' };
    const late = { ...inProgress, overdue: true, timeline: [told, ...inProgress.timeline, again] };
    expect(apologyOf(late, words.late)).toBe('Quá hạn lần nữa. Xin lỗi.');
  });

  it('is made without it, too, and only for what is late now', () => {
    expect(apologyOf({ ...inProgress, overdue: true }, words.late)).toBe(words.late);
    expect(apologyOf({ ...inProgress, timeline: [told] }, words.late)).toBeNull();
  });
});
