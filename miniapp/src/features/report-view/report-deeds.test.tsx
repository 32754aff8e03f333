import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeService, json } from '../category/testing/fake-service.tsx';
import type { ReportDetail } from './report-api.ts';
import { comeBack, deed, leave, onTheDay, openReport, own, press, standingOf } from './testing/open-report.tsx';
import { answered, asked, CODE, inProgress } from './testing/samples.ts';

beforeEach(onTheDay);
afterEach(leave);

describe('a question of the agency', () => {
  it('is answered in words, which are thanked for', async () => {
    let report: ReportDetail = asked;
    const sent: unknown[] = [];
    fakeService({
      [own]: () => report,
      [deed('reply')]: async (request: Request) => {
        sent.push(await request.json());
        report = inProgress;
        return standingOf(report);
      },
    });
    openReport();
    await press('Gửi câu trả lời');
    expect(await screen.findByText(/Xin viết câu trả lời/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Câu trả lời của bạn' }), '  Bên chẵn. ');
    await press('Gửi câu trả lời');
    expect(await screen.findByText(/Đã chuyển câu trả lời của bạn/)).toBeTruthy();
    expect(sent).toEqual([{ text: 'Bên chẵn.' }]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByText(/Vừa có thay đổi/)).toBeNull();
  });

  it('answered without a network is kept, shown as waiting, and sent once when the network returns', async () => {
    let isOnline = false;
    const keys: (string | null)[] = [];
    const report = () => (keys.length > 1 ? inProgress : asked);
    fakeService({
      [own]: report,
      [deed('reply')]: (request: Request) => {
        keys.push(request.headers.get('idempotency-key'));
        if (!isOnline) throw new TypeError('Failed to fetch');
        return standingOf(inProgress);
      },
    });
    openReport();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Câu trả lời của bạn' }), 'Bên lẻ');
    await press('Gửi câu trả lời');
    expect(await screen.findByText('Sẽ gửi khi có mạng')).toBeTruthy();
    expect(screen.getByText('Câu trả lời của bạn: “Bên lẻ”')).toBeTruthy();
    isOnline = true;
    act(() => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByText(/Đã chuyển câu trả lời của bạn/)).toBeTruthy();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('that was closed meanwhile says why the words were not taken, keeps them, and shows how it stands', async () => {
    let report: ReportDetail = asked;
    fakeService({
      [own]: () => report,
      [deed('reply')]: () => {
        report = inProgress;
        return json(409, { code: 'nothing_asked', detail: `${CODE} hiện không có câu hỏi nào chờ bạn trả lời.` });
      },
    });
    openReport();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Câu trả lời của bạn' }), 'Bên lẻ');
    await press('Gửi câu trả lời');
    expect(await screen.findByText(/hiện không có câu hỏi nào/)).toBeTruthy();
    expect(screen.getByText('Câu trả lời của bạn: “Bên lẻ”')).toBeTruthy();
    expect(await screen.findByText(/UBND phường Láng đang xử lý ·/)).toBeTruthy();
    await press('Đã hiểu');
    expect(screen.queryByText(/hiện không có câu hỏi nào/)).toBeNull();
  });
});

describe('a result', () => {
  it('shows before and after side by side, large to swipe through, and Esc leads back', async () => {
    fakeService({ [own]: answered });
    openReport();
    const result = within(await screen.findByRole('region', { name: 'Kết quả' }));
    expect(result.getByText('Trước')).toBeTruthy();
    await userEvent.click(result.getByRole('button', { name: 'Xem lớn: Ảnh 1/1 kèm câu trả lời' }));
    const viewer = within(await screen.findByRole('dialog', { name: 'Xem ảnh' }));
    expect(viewer.getByText('Ảnh 1/1 kèm câu trả lời')).toBeTruthy();
    await userEvent.click(viewer.getByRole('button', { name: 'Ảnh trước đó' }));
    expect(viewer.getByText('Ảnh 2/2 bạn đã gửi')).toBeTruthy();
    expect(viewer.getByRole('button', { name: 'Ảnh kế tiếp' }).getAttribute('aria-disabled')).toBe('false');
    await userEvent.keyboard('{ArrowLeft}');
    expect(viewer.getByText('Ảnh 1/2 bạn đã gửi')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('region', { name: 'Kết quả' })).toBeTruthy();
  });

  it('that is done is confirmed with one press; then it is asked how good it was', async () => {
    let report: ReportDetail = answered;
    const calls = fakeService({
      [own]: () => report,
      [deed('confirm')]: () => {
        report = { ...answered, state: 'closed_confirmed', stateLabel: 'Đã đóng', actions: ['rating'], due: null };
        return standingOf(report);
      },
    });
    openReport();
    await userEvent.dblClick(await screen.findByRole('button', { name: 'Đã xong' }));
    expect(await screen.findByText('Cảm ơn bạn. Phản ánh đã đóng vì việc đã xong.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Bạn đánh giá kết quả thế nào?' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Chưa xong' })).toBeNull();
    expect(calls.filter((call) => call === deed('confirm'))).toHaveLength(1);
  });

  it('whose confirmation was answered into the void is confirmed once', async () => {
    let report: ReportDetail = answered;
    let tries = 0;
    const done = new Set<string | null>();
    fakeService({
      [own]: () => report,
      [deed('confirm')]: (request: Request) => {
        done.add(request.headers.get('idempotency-key'));
        report = { ...answered, state: 'closed_confirmed', stateLabel: 'Đã đóng', actions: ['rating'], due: null };
        if (++tries === 1) throw new TypeError('the answer was lost');
        return standingOf(report);
      },
    });
    openReport();
    await press('Đã xong');
    await screen.findByText('Sẽ gửi khi có mạng');
    comeBack();
    expect(await screen.findByText('Cảm ơn bạn. Phản ánh đã đóng vì việc đã xong.')).toBeTruthy();
    expect(tries).toBe(2);
    expect(done.size).toBe(1);
  });

  it('that is not done is opened again, with what was not good enough recorded first', async () => {
    const sent: unknown[] = [];
    const calls = fakeService({
      [own]: () => (sent.length > 0 ? inProgress : answered),
      [deed('rating')]: async (request: Request) => {
        sent.push(await request.json());
        return { ...standingOf(answered), actions: ['confirm', 'reject'] };
      },
      [deed('reject')]: () => standingOf(inProgress),
    });
    openReport();
    await press('Chưa xong');
    const sheet = within(screen.getByRole('dialog', { name: 'Việc chưa xong' }));
    expect(sheet.getByText(/Phản ánh được mở lại và có hạn trả lời mới/)).toBeTruthy();
    await userEvent.click(sheet.getByRole('checkbox', { name: 'Thực tế chưa xử lý' }));
    await userEvent.click(sheet.getByRole('button', { name: 'Báo chưa xong' }));
    expect(await screen.findByText(/Phản ánh đã được mở lại/)).toBeTruthy();
    expect(sent).toEqual([{ level: 'unsatisfied', reasons: ['not_done'] }]);
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([deed('rating'), deed('reject')]);
  });

  it('that is not done needs no reasons', async () => {
    const calls = fakeService({ [own]: answered, [deed('reject')]: () => standingOf(inProgress) });
    openReport();
    await press('Chưa xong');
    await press('Báo chưa xong');
    await screen.findByText(/Phản ánh đã được mở lại/);
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([deed('reject')]);
  });
});

describe('a rating', () => {
  const closed: ReportDetail = { ...answered, state: 'closed_confirmed', actions: ['rating'], due: null };

  it('has three levels, and the lowest wants to know why', async () => {
    const sent: unknown[] = [];
    fakeService({
      [own]: closed,
      [deed('rating')]: async (request: Request) => {
        sent.push(await request.json());
        return { ...standingOf(closed), actions: [] };
      },
    });
    openReport();
    await press('Gửi đánh giá');
    expect(screen.getByText('Xin chọn một mức.')).toBeTruthy();
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
      'Hài lòngViệc được giải quyết tốt',
      'Chấp nhậnTạm được, không cần làm lại',
      'Chưa hài lòngCó điều chưa đạt',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: /^Chưa hài lòng/ }));
    await press('Gửi đánh giá');
    expect(screen.getByText('Xin chọn ít nhất một điều chưa đạt.')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Quá chậm' }));
    await press('Gửi đánh giá');
    expect(await screen.findByText('Cảm ơn bạn đã đánh giá.')).toBeTruthy();
    expect(sent).toEqual([{ level: 'unsatisfied', reasons: ['too_late'] }]);
  });

  it('of a better level carries no reasons, whatever was ticked before', async () => {
    const sent: unknown[] = [];
    fakeService({
      [own]: closed,
      [deed('rating')]: async (request: Request) => {
        sent.push(await request.json());
        return { ...standingOf(closed), actions: [] };
      },
    });
    openReport();
    await userEvent.click(await screen.findByRole('radio', { name: /^Chưa hài lòng/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Quá chậm' }));
    await userEvent.click(screen.getByRole('radio', { name: /^Chấp nhận/ }));
    await press('Gửi đánh giá');
    await screen.findByText('Cảm ơn bạn đã đánh giá.');
    expect(sent).toEqual([{ level: 'accepted' }]);
  });
});

describe('withdrawing', () => {
  const received: ReportDetail = { ...inProgress, state: 'received', actions: ['withdraw'] };

  it('says first what follows, and staying changes nothing', async () => {
    const calls = fakeService({ [own]: received });
    openReport();
    await press('Rút phản ánh');
    expect(screen.getByText(/không đơn vị nào xử lý nữa/)).toBeTruthy();
    await press('Không, giữ nguyên');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  it('without a network is not done later behind the person’s back, and can be tried again under the same key', async () => {
    const keys: (string | null)[] = [];
    fakeService({
      [own]: () => (keys.length > 1 ? { ...inProgress, state: 'withdrawn' } : received),
      [deed('withdraw')]: (request: Request) => {
        keys.push(request.headers.get('idempotency-key'));
        if (keys.length === 1) throw new TypeError('Failed to fetch');
        return { ...standingOf(received), state: 'withdrawn', actions: [] };
      },
    });
    openReport();
    await press('Rút phản ánh');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Rút phản ánh' }));
    expect(await screen.findByText('Chưa gửi được')).toBeTruthy();
    act(() => void window.dispatchEvent(new Event('online')));
    await press('Thử lại');
    expect(await screen.findByText('Phản ánh đã được rút.')).toBeTruthy();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('that came too late is explained in the words of the service', async () => {
    let report: ReportDetail = received;
    fakeService({
      [own]: () => report,
      [deed('withdraw')]: () => {
        report = inProgress;
        return json(409, { code: 'work_has_begun', detail: `${CODE} chưa rút được vì đơn vị đã bắt đầu xử lý.` });
      },
    });
    openReport();
    await press('Rút phản ánh');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Rút phản ánh' }));
    expect(await screen.findByText(/chưa rút được vì đơn vị đã bắt đầu xử lý/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Rút phản ánh' })).toBeNull());
  });
});

it('offers to follow the same matter together, with the reasons, and joins only when pressed', async () => {
  const offered: ReportDetail = { ...inProgress, state: 'received', actions: ['withdraw', 'follow'] };
  const calls = fakeService({
    [own]: offered,
    [`GET /api/citizen/reports/${CODE}/duplicate`]: {
      ...{ mainCode: 'HN-HF2WTX3K', category: 'Ổ gà', place: 'phố Chùa Láng', distanceMetres: 4, state: 'dispatched' },
      because: ['Cùng loại sự việc.'],
    },
    [deed('follow')]: { ...standingOf(offered), actions: [] },
  });
  openReport();
  expect(await screen.findByText('Cách khoảng 10 m')).toBeTruthy();
  expect(screen.getByText('Cùng loại sự việc.')).toBeTruthy();
  await press('Cùng một việc: theo dõi chung');
  expect(await screen.findByText(/Bạn đang theo dõi chung/)).toBeTruthy();
  expect(calls).toContain(deed('follow'));
});
