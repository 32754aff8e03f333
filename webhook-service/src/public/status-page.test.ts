import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../db/schema/reports.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { markupOf } from './html.ts';
import type { ReportView } from './report-view.ts';
import { statusPage } from './status-page.ts';
import { happened, sampleAnswer, sampleView, tuesday } from './testing/sample-view.ts';

const dueSoon = new Date('2026-11-25T07:00:00Z');
const afterDue = new Date('2026-11-26T02:16:00Z');

describe('the sentence on top', () => {
  it('names holder and due time', () => {
    expect(heading(sampleView())).toBe('UBND phường Láng đang xử lý · trả lời trước 09:15 thứ Năm, 26/11/2026');
    expect(heading(sampleView(), { language: 'en' })).toBe(
      'UBND phường Láng is working on it · answer due by 09:15 on Thursday, 26 November 2026',
    );
  });

  it('says while nobody holds the report that an agency is being found, and until when', () => {
    const view = sampleView({ state: 'received', agency: null, dueKind: 'accept' });
    expect(heading(view)).toBe('Cán bộ tiếp nhận đang xác định đơn vị xử lý · chuyển trước 09:15 thứ Năm, 26/11/2026');
  });

  it('still calls the due minute on time, and the next minute late', () => {
    const inTheDueMinute = new Date('2026-11-26T02:15:59Z');
    expect(heading(sampleView(), { now: inTheDueMinute })).toContain('trả lời trước');
    expect(heading(sampleView(), { now: afterDue })).toContain('đã quá hạn 09:15 thứ Năm, 26/11/2026');
  });

  it('names no due time once nothing is due', () => {
    for (const state of ['closed_confirmed', 'closed_unconfirmed', 'refused', 'merged', 'withdrawn'] as const) {
      const page = text(sampleView({ state, dueAt: null, dueKind: null }), { now: afterDue });
      expect(page).not.toContain('Hạn trả lời:');
      expect(page).not.toContain('Quá hạn');
    }
  });

  it('says that the clock is paused while the citizen is asked, and until when a reply is waited for', () => {
    const asked = sampleView({ state: 'awaiting_citizen', dueKind: 'reply', clock: null });
    const page = text(asked, { now: afterDue });
    expect(heading(asked)).toBe('UBND phường Láng đang chờ người gửi bổ sung thông tin · tạm dừng tính hạn');
    expect(page).toContain(
      'Đang chờ bạn trả lời, xin trả lời trước 09:15 thứ Năm, 26/11/2026. Hạn xử lý tạm dừng: thời gian chờ không tính.',
    );
    expect(page).not.toContain('đã quá hạn');
    const intake = sampleView({ state: 'awaiting_citizen', agency: null, dueAt: null, dueKind: null, clock: null });
    expect(heading(intake)).toBe('Cán bộ tiếp nhận đang chờ người gửi bổ sung thông tin · tạm dừng tính hạn');
    expect(text(intake)).toContain('Đang chờ bạn trả lời. Hạn xử lý tạm dừng');
  });

  it('says until when the citizen can confirm an answer, and is never late for it', () => {
    const answered = sampleView({ state: 'answered', dueKind: 'confirm', clock: null });
    expect(heading(answered)).toBe(
      'UBND phường Láng đã trả lời · chờ người gửi xác nhận đến 09:15 thứ Năm, 26/11/2026',
    );
    expect(text(answered, { now: afterDue })).not.toContain('Quá hạn');
    expect(text(answered)).toContain('Bạn có đến 09:15 thứ Năm, 26/11/2026 để cho biết việc đã xong hay chưa.');
    expect(text(answered)).toContain(
      'xin nhắn “HN-7K3MR4T5 đã xong” hoặc “HN-7K3MR4T5 chưa xong”'.replace('xin', 'Xin'),
    );
  });
});

describe('the state', () => {
  it.each(reportStates)('%s is shown as a word with an icon, in both languages', (state) => {
    for (const language of ['vi', 'en'] as const) {
      const stateLabel = stateLabels[state][language];
      const page = markup(sampleView({ state, stateLabel }), { language });
      expect(page).toMatch(new RegExp(`<span class="badge[^"]*"><svg class="icon"[^>]*>.*?</svg>${stateLabel}</span>`));
    }
  });

  it('has a second mark when it is late or nearly so', () => {
    expect(text(sampleView())).not.toMatch(/Sắp đến hạn|Quá hạn/);
    expect(text(sampleView(), { now: dueSoon })).toContain('Sắp đến hạn');
    expect(text(sampleView(), { now: afterDue })).toContain('Quá hạn');
  });
});

describe('the due time', () => {
  it('says how much is used, and the bar shows the same', () => {
    expect(text(sampleView())).toContain('Đã dùng 28 giờ 45 phút trong 40 giờ làm việc.');
    expect(markup(sampleView())).toContain('<rect class="bar__used" width="72" height="4"/>');
  });

  it('says why it is then', () => {
    expect(text(sampleView())).toContain(
      'đơn vị có 40 giờ làm việc để trả lời, tính từ khi được chuyển (09:15 thứ Năm, 19/11/2026)',
    );
  });

  it('says when counting began, if that was later', () => {
    const view = sampleView();
    const clock = view.clock && { ...view.clock, startedAt: '2026-11-18T15:00:00.000Z' };
    expect(text({ ...view, clock })).toContain('vì ngoài giờ làm việc nên bắt đầu đếm từ 09:15 thứ Năm, 19/11/2026');
  });

  it('names extensions, reopenings and waiting as part of the reason', () => {
    const { clock } = sampleView();
    const why = (changes: object) => text(sampleView({ clock: clock && { ...clock, ...changes } }));
    expect(why({ minutes: 2880, extended: 480 })).toContain(
      'đơn vị có 48 giờ làm việc (gồm 8 giờ gia hạn) để trả lời, tính từ khi được chuyển (',
    );
    expect(why({ since: 'reopened' })).toContain('để trả lời, tính từ khi được mở lại (');
    expect(why({ since: 'raised' })).toContain('tính từ khi được xếp mức khẩn hơn (');
    expect(why({ paused: true })).toContain('ngày nghỉ không tính. Thời gian chờ người gửi trả lời không tính.');
    expect(why({})).not.toMatch(/gia hạn|chờ người gửi/);
    const english = text(sampleView({ clock: clock && { ...clock, extended: 480, paused: true } }), { language: 'en' });
    expect(english).toContain('(8 hours of them an extension) to answer, from when it was sent to it (');
    expect(english).toContain('The time of waiting for the sender’s reply does not count.');
  });

  it('calls the clock of an emergency by its name', () => {
    const view = sampleView();
    const clock = view.clock && { ...view.clock, minutes: 240, hours: '24x7' as const };
    expect(text({ ...view, clock })).toContain('4 giờ liên tục, kể cả ban đêm và ngày nghỉ');
  });

  it('invents no reason and no bar when the history has none', () => {
    const page = text(sampleView({ clock: null }));
    expect(page).toContain('Hạn trả lời: 09:15 thứ Năm, 26/11/2026');
    expect(page).not.toMatch(/Đã dùng|Vì sao/);
  });

  it('apologises for a delay', () => {
    expect(text(sampleView(), { now: afterDue })).toContain('Xin lỗi vì sự chậm trễ');
  });
});

describe('the timeline', () => {
  it('tells each event as a sentence', () => {
    const page = text(sampleView());
    expect(page).toContain('Đã nhận phản ánh qua Zalo.');
    expect(page).toContain('Đã chuyển UBND phường Láng; hạn trả lời 09:15 thứ Năm, 26/11/2026.');
    expect(page).toContain('Người gửi bổ sung ảnh và lời nhắn.');
  });

  it('has a sentence for an event it does not know yet, and never shows its name', () => {
    const page = text(sampleView({ history: [happened({ at: '2026-11-20T02:00:00.000Z', event: 'not_known_yet' })] }));
    expect(page).toContain('Phản ánh có cập nhật.');
    expect(page).not.toContain('not_known_yet');
  });

  const told = {
    at: '2026-11-20T02:00:00.000Z',
    agency: 'UBND phường Láng',
    from: 'Sở Xây dựng',
    dueAt: '2026-11-26T02:15:00.000Z',
    reason: 'Chờ nhà thầu.',
    into: 'HN-HF2WTX3K',
  };
  const due = '09:15 thứ Năm, 26/11/2026';
  it.each([
    ['accepted', 'UBND phường Láng đã nhận xử lý.', 'Đơn vị xử lý đã nhận xử lý.'],
    [
      'handed_over',
      `Thuộc trách nhiệm của UBND phường Láng, đã chuyển; hạn trả lời ${due}.`,
      'Thuộc trách nhiệm của đơn vị khác, đã chuyển.',
    ],
    [
      'sent_to_coordinator',
      'Chưa rõ đơn vị nào chịu trách nhiệm; đã chuyển UBND phường Láng quyết định.',
      'Chưa rõ đơn vị nào chịu trách nhiệm; đã chuyển cơ quan điều phối quyết định.',
    ],
    [
      'rehomed',
      'Chuyển UBND phường Láng theo địa giới hành chính mới; hạn trả lời không đổi.',
      'Chuyển theo địa giới hành chính mới; hạn trả lời không đổi.',
    ],
    [
      'citizen_asked',
      'UBND phường Láng hỏi thêm người gửi. Thời gian chờ không tính vào hạn.',
      'Cán bộ tiếp nhận hỏi thêm người gửi. Thời gian chờ không tính vào hạn.',
    ],
    [
      'citizen_replied',
      `Người gửi đã trả lời; hạn được tính tiếp, nay là ${due}.`,
      'Người gửi đã trả lời; hạn được tính tiếp.',
    ],
    [
      'wait_timed_out',
      `Chưa nhận được trả lời của người gửi; xử lý tiếp với thông tin đang có, hạn ${due}.`,
      'Chưa nhận được trả lời của người gửi; xử lý tiếp với thông tin đang có.',
    ],
    ['extended', `Đơn vị xin lỗi vì chưa xong: Chờ nhà thầu. Hạn mới ${due}.`, 'Đơn vị xin lỗi vì chưa xong.'],
    ['due_changed', `Hạn được tính lại, nay là ${due}: Chờ nhà thầu.`, 'Hạn được tính lại.'],
    [
      'delay_announced',
      `UBND phường Láng chưa trả lời khi gần đến hạn ${due}; đơn vị đã được nhắc.`,
      'Đơn vị xử lý chưa trả lời khi gần đến hạn; đơn vị đã được nhắc.',
    ],
    [
      'overdue',
      `UBND phường Láng quá hạn trả lời ${due}. Xin lỗi vì sự chậm trễ.`,
      'Quá hạn chuyển đơn vị xử lý. Xin lỗi vì sự chậm trễ.',
    ],
    [
      'escalated',
      'Vượt thẩm quyền của Sở Xây dựng; đã báo cáo UBND phường Láng kèm đề xuất.',
      'Vượt thẩm quyền của đơn vị; đã báo cáo cấp trên kèm đề xuất.',
    ],
    ['answered', 'UBND phường Láng đã trả lời.', 'Đơn vị xử lý đã trả lời.'],
    ['confirmed', 'Người gửi xác nhận việc đã xong.', 'Người gửi xác nhận việc đã xong.'],
    ['result_rejected', 'Có ý kiến việc chưa xong.', 'Có ý kiến việc chưa xong.'],
    [
      'reopened',
      `Phản ánh được mở lại; UBND phường Láng phải trả lời lại, hạn ${due}.`,
      'Phản ánh được mở lại; đơn vị xử lý phải trả lời lại.',
    ],
    [
      'rechecked',
      `Văn phòng UBND thành phố yêu cầu kiểm tra lại kết quả; hạn trả lời ${due}.`,
      'Văn phòng UBND thành phố yêu cầu kiểm tra lại kết quả.',
    ],
    [
      'refused',
      'Không được tiếp nhận; lý do và nơi giải quyết đã nhắn cho người gửi.',
      'Không được tiếp nhận; lý do và nơi giải quyết đã nhắn cho người gửi.',
    ],
    ['objected', 'Người gửi đề nghị xem lại việc từ chối.', 'Người gửi đề nghị xem lại việc từ chối.'],
    ['merged', 'Đã gộp với phản ánh HN-HF2WTX3K về cùng sự việc.', 'Đã gộp với một phản ánh khác về cùng sự việc.'],
    [
      'split',
      `Được tách ra để xử lý riêng, vì là việc khác; hạn ${due}.`,
      'Được tách ra để xử lý riêng, vì là việc khác.',
    ],
    ['withdrawn', 'Người gửi đã rút phản ánh.', 'Người gửi đã rút phản ánh.'],
    ['closed_silent', 'Được đóng sau thời gian chờ ý kiến người gửi.', 'Được đóng sau thời gian chờ ý kiến người gửi.'],
  ])('says of %s what is known, and no more', (event, full, bare) => {
    expect(text(sampleView({ history: [happened({ ...told, event })] }))).toContain(full);
    expect(text(sampleView({ history: [happened({ at: told.at, event })] }))).toContain(bare);
    const english = text(sampleView({ history: [happened({ ...told, event })] }), { language: 'en' });
    expect(english).not.toContain('The report was updated.');
    expect(english).not.toMatch(/null|undefined|\[object/);
  });
});

describe('the answer', () => {
  const answered = (changes = {}) =>
    sampleView({ state: 'answered', dueKind: 'confirm', clock: null, answers: [sampleAnswer(changes)] });

  it('stands on the page with who gave it and when, line by line', () => {
    const page = text(answered());
    expect(page).toContain('Kết quả UBND phường Láng, 10:00 thứ Tư, 25/11/2026 Sáng 25/11/2026 tổ quản lý đô thị');
    expect(markup(answered())).toContain('<p>Mặt đường đi lại bình thường.</p>');
  });

  it('shows its photos small, each with words, and its documents with their size', () => {
    const page = markup(answered());
    expect(page).toContain(
      '<a href="/tra-cuu/HN-7K3MR4T5/minh-chung/7"><img src="/tra-cuu/HN-7K3MR4T5/minh-chung/7/thumbnail" alt="Ảnh 1 trong 1 ảnh kèm câu trả lời" width="640" height="480" loading="lazy"></a>',
    );
    expect(page).toContain(
      '<a class="file" href="/tra-cuu/HN-7K3MR4T5/minh-chung/8" download>Văn bản 1 kèm câu trả lời (PDF, 1,4 MB)</a>',
    );
    expect(markup(answered(), { language: 'en' })).toContain('(PDF, 1.4 MB)');
    expect(markup(answered({ documents: [{ ...sampleAnswer().documents[0], bytes: 10 }] }))).toContain('(PDF, 1 KB)');
  });

  it('says why there is no proof when a reason stands in for it', () => {
    const page = answered({ photos: [], documents: [], noEvidence: 'Sự việc trong nhà riêng. Đã lập biên bản.' });
    expect(text(page)).toContain('Không kèm ảnh, văn bản: Sự việc trong nhà riêng. Đã lập biên bản.');
    expect(markup(page)).not.toContain('<img');
  });

  it('is kept from the page where only the sender may read it', () => {
    const page = sampleView({ state: 'answered', dueKind: 'confirm', clock: null, answersHidden: true });
    expect(text(page)).toContain('Nội dung chỉ gửi cho người phản ánh qua Zalo, không hiện trên trang này.');
  });

  it('of a merged report is that of the main one, which is named', () => {
    const main = { code: 'HN-HF2WTX3K', stateLabel: 'Đã có kết quả' };
    const merged = sampleView({
      state: 'merged',
      dueAt: null,
      dueKind: null,
      clock: null,
      main,
      answers: [sampleAnswer()],
    });
    expect(text(merged)).toContain('Kết quả theo phản ánh chính HN-HF2WTX3K (Đã có kết quả).');
    expect(markup(merged, { language: 'en' })).toContain('href="/tra-cuu/HN-HF2WTX3K?lang=en"');
    expect(text(merged)).toContain('Mặt đường đi lại bình thường.');
  });

  it('after which the report was reopened stands lower, under its own heading', () => {
    const view = sampleView({ answers: [sampleAnswer({ stands: false })] });
    expect(text(view)).toMatch(/Việc tiếp theo .* Câu trả lời trước UBND phường Láng, 10:00 .* Diễn biến/);
    expect(text(view)).not.toContain('Kết quả');
  });

  it('is no section while there is none', () => {
    expect(text(sampleView())).not.toContain('Kết quả');
  });

  it('is told in every state what the citizen can do next', () => {
    for (const state of reportStates) {
      const page = text(sampleView({ state, dueAt: null, dueKind: null, clock: null }));
      expect(page).toMatch(/Việc tiếp theo \S+/);
    }
    expect(text(sampleView({ state: 'refused', dueAt: null }))).toContain('“HN-7K3MR4T5 xem lại”');
    expect(text(sampleView({ state: 'closed_unconfirmed', dueAt: null }))).toContain('“HN-7K3MR4T5 chưa xong”');
    expect(text(sampleView({ state: 'withdrawn', dueAt: null }))).toContain('Người gửi đã rút phản ánh này');
  });
});

it('asks for the ward while it is not known', () => {
  const view = sampleView({ state: 'received', agency: null, ward: null, dueKind: 'accept' });
  expect(text(view)).toContain('nhắn tên phường, xã');
});

it('marks Vietnamese names in the English page as Vietnamese, with what the body is', () => {
  const page = markup(sampleView({ agencyGloss: "People's Committee of Láng ward" }), { language: 'en' });
  expect(page).toContain('<span lang="vi">UBND phường Láng</span>: People&#39;s Committee of Láng ward.');
});

it('escapes whatever stands in the data', () => {
  const evil = '<img src=x onerror="alert(1)">';
  const history = sampleView().history.map((entry) => ({ ...entry, agency: evil }));
  const told = history.map((entry) => ({ ...entry, from: evil, reason: evil, into: evil, event: 'due_changed' }));
  const answers = [sampleAnswer({ agency: evil, text: evil, noEvidence: evil, photos: [], documents: [] })];
  const main = { code: evil, stateLabel: evil };
  const shown = {
    agency: evil,
    category: evil,
    ward: evil,
    stateLabel: evil,
    history: [...history, ...told],
    answers,
    main,
  };
  expect(markup(sampleView(shown))).not.toContain('<img');
});

interface Reading {
  language?: 'vi' | 'en';
  now?: Date;
}

function markup(view: ReportView, { language = 'vi', now = tuesday }: Reading = {}): string {
  return markupOf(statusPage(view, language, now).main);
}

/** The page as it is read: without tags, white space made even. */
function text(view: ReportView, reading?: Reading): string {
  return plain(markup(view, reading));
}

function heading(view: ReportView, reading?: Reading): string {
  return plain(/<h1>(.*?)<\/h1>/s.exec(markup(view, reading))?.[1] ?? '');
}

function plain(markedUp: string): string {
  return markedUp
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
