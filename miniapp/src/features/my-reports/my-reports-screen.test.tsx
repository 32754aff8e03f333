import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, json, offline, renderAt } from '../category/testing/fake-service.tsx';
import { deedQueue } from '../deeds/deeds.ts';
import { MyReportsScreen } from './my-reports-screen.tsx';
import { line } from './testing/samples.ts';
import type { ReportLine } from './use-my-reports.ts';

const LIST = 'GET /api/citizen/reports';

afterEach(async () => {
  cleanup();
  await deedQueue.forget();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The service's lists, page by page. */
function lists({ sent = [[]], followed = [[]] }: { sent?: ReportLine[][]; followed?: ReportLine[][] }) {
  return (request: Request) => {
    const query = new URL(request.url).searchParams;
    const pages = query.get('which') === 'followed' ? followed : sent;
    const page = Number(query.get('cursor') ?? 0);
    return { items: pages[page] ?? [], next: page + 1 < pages.length ? String(page + 1) : null };
  };
}

const open = () => renderAt('/reports', <MyReportsScreen />);
const titlesIn = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);

describe('my reports', () => {
  const newest: ReportLine = { ...line, code: 'HN-NEWEST01', category: 'Rác thải' };
  const asking: ReportLine = { ...line, code: 'HN-ASKING01', category: 'Đèn đường hỏng', needsMe: 'question' };
  const done: ReportLine = { ...line, code: 'HN-DONE0001', category: 'Cây đổ', state: 'answered', needsMe: 'confirm' };

  it('have on top what waits for the person, with the question, then the newest', async () => {
    fakeService({ [LIST]: lists({ sent: [[newest, asking, done]] }) });
    open();
    await screen.findByText('Đơn vị hỏi bạn một câu. Xin trả lời.');
    expect(titlesIn('Đang chờ bạn')).toEqual(['Đèn đường hỏng', 'Cây đổ']);
    expect(titlesIn('Đã gửi')).toEqual(['Rác thải']);
    expect(screen.getByText('Đã có kết quả. Việc đã xong chưa?')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Rác thải' }).getAttribute('href')).toBe('/reports/HN-NEWEST01');
  });

  it('no longer ask for what was said without a network', async () => {
    fakeService({
      [LIST]: lists({ sent: [[newest, done]] }),
      'POST /api/citizen/reports/HN-DONE0001/confirm': offline(),
    });
    open();
    await screen.findByText('Đã có kết quả. Việc đã xong chưa?');
    await deedQueue.add('HN-DONE0001', [{ type: 'confirm' }]);
    expect(await screen.findByText('Lời bạn nói sẽ gửi khi có mạng.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Đang chờ bạn' })).toBeNull();
  });

  it('come page by page, and the next page is asked for by a button', async () => {
    fakeService({ [LIST]: lists({ sent: [[newest], [{ ...line, code: 'HN-OLDEST01', category: 'Vỉa hè' }]] }) });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm' }));
    expect(await screen.findByRole('link', { name: 'Vỉa hè' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
  });

  it('that are only followed stand apart', async () => {
    fakeService({
      [LIST]: lists({ sent: [[newest]], followed: [[{ ...line, code: 'HN-OTHER001', category: 'Ngập nước' }]] }),
    });
    open();
    await screen.findByRole('region', { name: 'Đang theo dõi' });
    expect(titlesIn('Đang theo dõi')).toEqual(['Ngập nước']);
  });

  it('are none yet: it is said what to do', async () => {
    fakeService({ [LIST]: lists({}) });
    open();
    expect(await screen.findByRole('heading', { name: 'Bạn chưa gửi phản ánh nào' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Gửi phản ánh' }).getAttribute('href')).toBe('/report');
  });

  it('read earlier stay on the page when the service does not answer, with the time', async () => {
    let isDown = false;
    fakeService({
      [LIST]: (request: Request) => (isDown ? json(503, {}) : lists({ sent: [[newest]] })(request)),
    });
    open();
    await screen.findByRole('link', { name: 'Rác thải' });
    isDown = true;
    await userEvent.click(screen.getByRole('button', { name: 'Tải lại' }));
    expect(await screen.findByText(/Đây là bản đã lưu lúc \d\d:\d\d/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Rác thải' })).toBeTruthy();
  });

  it('never read say what happened, and can be asked for again', async () => {
    let isDown = true;
    fakeService({ [LIST]: (request: Request) => (isDown ? json(503, {}) : lists({ sent: [[newest]] })(request)) });
    open();
    const again = await screen.findByRole('button', { name: 'Thử lại' });
    isDown = false;
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: 'Rác thải' })).toBeTruthy();
  });

  it('are read anew when the page is pulled down from its top, and not when it was scrolled', async () => {
    const asked = fakeService({ [LIST]: lists({ sent: [[newest]] }) });
    open();
    const card = await screen.findByRole('link', { name: 'Rác thải' });
    const reads = () => asked.filter((call) => call === LIST).length;
    await waitFor(() => expect(reads()).toBe(2));
    const main = screen.getByRole('main');
    const pull = () => {
      fireEvent.touchStart(card, { touches: [{ clientX: 0, clientY: 100 }] });
      fireEvent.touchMove(card, { touches: [{ clientX: 0, clientY: 260 }] });
      expect(screen.queryByText('Thả tay để tải lại') !== null).toBe(main.scrollTop === 0);
      fireEvent.touchEnd(card);
    };
    main.scrollTop = 50;
    pull();
    expect(reads()).toBe(2);
    main.scrollTop = 0;
    pull();
    await waitFor(() => expect(reads()).toBe(4));
  });
});

describe('a code that was dictated', () => {
  it('opens the report, however it was typed', async () => {
    fakeService({ [LIST]: lists({}) });
    const { where } = open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Mã phản ánh' }), 'hn 7k3m r4t5');
    await userEvent.click(screen.getByRole('button', { name: 'Mở' }));
    expect(where()).toBe('/reports/HN-7K3MR4T5');
  });

  it('is asked for when nothing was typed', async () => {
    fakeService({ [LIST]: lists({}) });
    const { where } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Mở' }));
    expect(screen.getByText('Xin ghi mã phản ánh.')).toBeTruthy();
    expect(where()).toBe('/reports');
  });
});
