import { describe, expect, it } from 'vitest';
import { reportStates } from '../../../db/schema/reports.ts';
import { stateLabels } from '../reports/lifecycle/states.ts';
import { markupOf } from './html.ts';
import type { ReportView } from './report-view.ts';
import { statusPage } from './status-page.ts';
import { sampleView, tuesday } from './testing/sample-view.ts';

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
    for (const state of ['answered', 'closed_confirmed', 'closed_unconfirmed', 'refused', 'merged'] as const) {
      const page = text(sampleView({ state }), { now: afterDue });
      expect(page).not.toContain('Hạn trả lời:');
      expect(page).not.toContain('Quá hạn');
    }
  });

  it('says that the clock is paused while the citizen is asked', () => {
    const page = text(sampleView({ state: 'awaiting_citizen' }), { now: afterDue });
    expect(page).toContain('tạm dừng tính hạn');
    expect(page).not.toContain('đã quá hạn');
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
    const event = { at: '2026-11-20T02:00:00.000Z', event: 'escalated', agency: null, dueAt: null, added: [] };
    const page = text(sampleView({ history: [event] }));
    expect(page).toContain('Phản ánh có cập nhật.');
    expect(page).not.toContain('escalated');
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
  const page = markup(sampleView({ agency: evil, category: evil, ward: evil, stateLabel: evil, history }));
  expect(page).not.toContain('<img');
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
