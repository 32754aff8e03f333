import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReportPage } from '../../pages/report.tsx';
import { zalo } from '../../zalo/index.ts';
import { published } from '../around/testing/samples.ts';
import { fakeService, json, offline, renderAt } from '../category/testing/fake-service.tsx';
import { DeedSender } from '../deeds/deed-sender.tsx';
import { deedQueue } from '../deeds/deeds.ts';
import type { ReportDetail } from './report-api.ts';
import { answered, answerGiven, asked, CODE, inProgress } from './testing/samples.ts';

const own = `GET /api/citizen/reports/${CODE}`;
const deed = (name: string) => `POST /api/citizen/reports/${CODE}/${name}`;
const publicOne = `GET /api/public/published/${CODE}`;

beforeEach(() => {
  vi.spyOn(zalo, 'onReturn').mockReturnValue(() => {});
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T03:00:00.000Z') });
});
afterEach(async () => {
  cleanup();
  await deedQueue.forget();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = (typed = CODE) =>
  renderAt(
    `/reports/${typed}`,
    <>
      <DeedSender />
      <Routes>
        <Route path="/reports/:code" element={<ReportPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
  );
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
/** The person comes back to the app: what is old is read anew, what waits is sent. */
const comeBack = () => act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
const standingOf = ({ code, state, stateLabel, mainCode, mainState, actions }: ReportDetail) => ({
  ...{ code, state, stateLabel, mainCode, mainState, actions },
});

describe('the page of a report', () => {
  it('says on top who has it and until when, and why, for whoever asks', async () => {
    fakeService({ [own]: inProgress });
    open();
    expect(await screen.findByText('UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11')).toBeTruthy();
    expect(screen.getByText('còn 1 ngày')).toBeTruthy();
    await userEvent.click(screen.getByText('Vì sao có hạn này?'));
    expect(screen.getByText('Ngày 24/11 là ngày nghỉ nên không tính.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: `Mã ${CODE}` })).toBeTruthy();
  });

  it('tells what happened oldest first, with its time, and shows what was sent', async () => {
    fakeService({ [own]: inProgress });
    open();
    const happened = within(await screen.findByRole('region', { name: 'Diễn biến' })).getAllByRole('listitem');
    expect(happened.map(({ textContent }) => textContent)).toEqual([
      'Đã nhận phản ánh qua Zalo.09:00 thứ Năm 19/11 · 5 ngày trước',
      'UBND phường Láng đã nhận xử lý.09:05 thứ Năm 19/11 · 5 ngày trước',
    ]);
    const sent = within(screen.getByRole('region', { name: 'Điều bạn đã gửi' }));
    expect(sent.getByText('Ổ gà to, xe máy ngã liên tục')).toBeTruthy();
    expect(sent.getByRole('button', { name: 'Xem lớn: Ảnh 2/2 bạn đã gửi' })).toBeTruthy();
  });

  it('offers nothing that the service does not list', async () => {
    fakeService({ [own]: inProgress });
    open();
    await screen.findByText('Người khác thấy gì');
    for (const name of [/xong/, /Rút/, /xem lại/, /theo dõi/i, /đánh giá/, /trả lời/])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('opens by a code typed in any way, under its true address', async () => {
    fakeService({ [own]: inProgress });
    const { where } = open(encodeURIComponent('hn 7k3m r4t5'));
    await screen.findByText(/đang xử lý ·/);
    await waitFor(() => expect(where()).toBe(`/reports/${CODE}`));
  });

  it('of somebody else leads to where everybody reads it, if it is published', async () => {
    fakeService({ [publicOne]: { code: CODE } });
    const { where } = open();
    await waitFor(() => expect(where()).toBe(`/around/${CODE}`));
  });

  it('that cannot be found says why that may be and where to look', async () => {
    fakeService({});
    open();
    expect(await screen.findByRole('heading', { name: 'Chưa thấy phản ánh này' })).toBeTruthy();
    expect(screen.getByText(/một tài khoản Zalo khác/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Xem phản ánh của tôi' })).toBeTruthy();
  });

  it('that was never read says so without a network, and can be tried again', async () => {
    fakeService({ [own]: offline() });
    open();
    expect(await screen.findByText('Máy chưa từng tải phản ánh này. Xin mở lại khi có mạng.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
  });

  it('shows earlier answers apart, once it was opened again', async () => {
    const earlier = { ...answerGiven, stands: false };
    fakeService({ [own]: { ...inProgress, answers: [earlier] } });
    open();
    expect(await screen.findByRole('region', { name: 'Câu trả lời trước' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Kết quả' })).toBeNull();
  });

  it('says politely what changed while it is looked at', async () => {
    let report: ReportDetail = inProgress;
    fakeService({ [own]: () => report });
    open();
    await screen.findByText(/đang xử lý ·/);
    report = answered;
    comeBack();
    const news = await screen.findByText('Vừa có thay đổi: UBND phường Láng đã trả lời');
    expect(news.closest('[role=status]')).toBeTruthy();
    await press('Xem');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
});

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
    open();
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
    open();
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
    open();
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
    open();
    const result = within(await screen.findByRole('region', { name: 'Kết quả' }));
    expect(result.getByText('Trước')).toBeTruthy();
    await userEvent.click(result.getByRole('button', { name: 'Xem lớn: Ảnh 1/1 kèm câu trả lời' }));
    const viewer = within(await screen.findByRole('dialog', { name: 'Xem ảnh' }));
    expect(viewer.getByText('Ảnh 1/1 kèm câu trả lời')).toBeTruthy();
    await userEvent.click(viewer.getByRole('button', { name: 'Ảnh trước' }));
    expect(viewer.getByText('Ảnh 2/2 bạn đã gửi')).toBeTruthy();
    expect(viewer.getByRole('button', { name: 'Ảnh sau' }).getAttribute('aria-disabled')).toBe('false');
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
    open();
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
    open();
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
    open();
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
    open();
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
    open();
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
    open();
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
    open();
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
    open();
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
    open();
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
  open();
  expect(await screen.findByText('Cách khoảng 10 m')).toBeTruthy();
  expect(screen.getByText('Cùng loại sự việc.')).toBeTruthy();
  await press('Cùng một việc: theo dõi chung');
  expect(await screen.findByText(/Bạn đang theo dõi chung/)).toBeTruthy();
  expect(calls).toContain(deed('follow'));
});

describe('what others see', () => {
  const open_ = { ...inProgress, published: true, publish: true };
  const shown = {
    text: 'Ổ gà to, gọi [đã ẩn]',
    place: 'phố Chùa Láng',
    latitude: null,
    longitude: null,
    rounded: true,
  };

  it('is shown in the words others read, with what is hidden from them', async () => {
    fakeService({ [own]: { ...open_, shown, followers: 2, hideMyName: true } });
    open();
    const others = within(await screen.findByRole('region', { name: 'Người khác thấy gì' }));
    expect(others.getByText('Ổ gà to, gọi [đã ẩn]')).toBeTruthy();
    expect(others.getByText('Nơi xảy ra chỉ hiện gần đúng, vì là nhà riêng.')).toBeTruthy();
    expect(others.getByText('2 người khác cùng phản ánh hoặc theo dõi.')).toBeTruthy();
    expect(others.getByText('Tên bạn được giấu với đơn vị xử lý.')).toBeTruthy();
  });

  it('can be taken back, and the question of the page stays where it is', async () => {
    let report: ReportDetail = { ...answered, published: true, publish: true, shown };
    const sent: unknown[] = [];
    fakeService({
      [own]: () => report,
      [deed('publish')]: async (request: Request) => {
        sent.push(await request.json());
        report = { ...answered, publish: false };
        return standingOf(report);
      },
    });
    open();
    const tick = await screen.findByRole('checkbox', { name: /^Công khai phản ánh này/ });
    expect((tick as HTMLInputElement).checked).toBe(true);
    await userEvent.click(tick);
    expect(screen.getByRole('button', { name: 'Đã xong' })).toBeTruthy();
    expect(await screen.findByText('Đã ghi lựa chọn: không công khai.')).toBeTruthy();
    expect((tick as HTMLInputElement).checked).toBe(false);
    expect(await screen.findByText(/Chỉ bạn và đơn vị xử lý đọc được/)).toBeTruthy();
    expect(sent).toEqual([{ publish: false }]);
  });

  it('leads to the consent that is needed first', async () => {
    fakeService({
      [own]: inProgress,
      [deed('publish')]: json(409, {
        code: 'publish_consent_needed',
        detail: 'Để công khai, xin đọc và đồng ý cho công khai nội dung trước.',
      }),
    });
    open();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Công khai phản ánh này/ }));
    expect(await screen.findByText(/xin đọc và đồng ý/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Đọc và đồng ý cho công khai' }).getAttribute('href')).toBe('/me/consents');
  });

  it('is nothing where the kind of matter forbids it, and why is said', async () => {
    const why = 'Lĩnh vực này không công khai.';
    fakeService({ [own]: { ...inProgress, mayPublish: false, whyNotPublic: [why] } });
    open();
    expect(await screen.findByText(why)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Chia sẻ phản ánh' })).toBeNull();
  });

  it('is passed on as the page everybody reads', async () => {
    const share = vi.spyOn(zalo, 'share').mockResolvedValue(true);
    fakeService({ [own]: { ...open_, shown }, [publicOne]: published });
    open();
    await press('Chia sẻ phản ánh');
    await waitFor(() => expect(share).toHaveBeenCalledOnce());
    expect(share.mock.calls[0]?.[0]).toMatchObject({ path: `/around/${published.code}` });
  });
});
