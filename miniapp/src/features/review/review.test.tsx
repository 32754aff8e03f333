import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { groups } from '../category/testing/samples.ts';
import { emptyDraft, type LocalDraft, type Sharing } from '../draft/model.ts';
import type { Consent } from '../rights/consents.ts';
import { Review } from './review.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const complete: LocalDraft = {
  ...emptyDraft('k', 0),
  text: 'Ổ gà to trước cổng trường',
  categoryCode: 'GT-01',
  place: { pin: null, address: '12 Láng Hạ', wardCode: '00199', wardName: 'Phường Láng' },
};

function consents(given: Partial<Record<Consent['purpose'], boolean>> = {}): { items: Consent[]; phoneKept: boolean } {
  const titles = {
    handle: 'Giải quyết phản ánh',
    contact: 'Liên hệ qua Zalo, điện thoại',
    publish: 'Công khai nội dung và ảnh',
  };
  const items = (['handle', 'contact', 'publish'] as const).map(
    (purpose): Consent => ({
      ...{ purpose, title: titles[purpose], wording: `Nguyên văn ${purpose}.`, version: `${purpose}-1` },
      ...{ basis: purpose === 'handle' ? 'duty' : 'consent', given: given[purpose] ?? null },
      at: given[purpose] === undefined ? null : '2026-10-05T02:00:00.000Z',
    }),
  );
  return { items, phoneKept: false };
}

interface SentDraft {
  sharing: Sharing;
  joins: string | null;
}

/** The page over a draft as the app holds it; `sent` is what "Gửi" handed over. */
function open(begin: Partial<LocalDraft> = {}, { path = '/report/review', given = {}, broken = false } = {}) {
  const sent: SentDraft[] = [];
  fakeService(
    broken
      ? {
          'GET /api/citizen/consents': offline(),
          'GET /api/public/categories': { groups },
        }
      : {
          'GET /api/citizen/consents': consents(given),
          'GET /api/public/categories': { groups },
        },
  );
  function Page() {
    const [draft, setDraft] = useState<LocalDraft>({ ...complete, ...begin });
    // As the store does it: changes count at once, before anything is drawn.
    const [now] = useState({ sharing: draft.sharing });
    return (
      <Review
        draft={draft}
        server={null}
        setSharing={(change) => {
          now.sharing = { ...now.sharing, ...change };
          setDraft((before) => ({ ...before, sharing: now.sharing }));
        }}
        send={(options) => sent.push({ sharing: now.sharing, joins: options?.joins ?? null })}
      />
    );
  }
  return { ...renderAt(path, <Page />), sent };
}

const sendButton = (name = 'Gửi phản ánh') => screen.getByRole('button', { name });
const tick = (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name });

describe('the letter', () => {
  it('says what, where, who gets it, until when, and what others will see', async () => {
    open();
    const part = (name: string) => within(screen.getByRole('region', { name }));
    expect(part('Chuyện gì').getByText(complete.text)).toBeTruthy();
    await waitFor(() => expect(part('Chuyện gì').getByText('Ổ gà, mặt đường hư hỏng, lún nứt')).toBeTruthy());
    expect(part('Ở đâu').getByText('Phường Láng')).toBeTruthy();
    expect(part('Ai nhận').getByText(/chuyển tới đơn vị phụ trách/)).toBeTruthy();
    expect(part('Bao giờ có trả lời').getByText(/10 ngày làm việc/)).toBeTruthy();
    expect(part('Người khác thấy gì').getByText(/Không ai ngoài bạn/)).toBeTruthy();
  });

  it('every part that was said can be changed, and leads back here', () => {
    open();
    for (const [name, step] of [
      ['Sửa: Chuyện gì', '/report/what'],
      ['Sửa: Ở đâu', '/report/place'],
      ['Sửa: Ảnh', '/report'],
    ] as const)
      expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(`${step}?edit=1`);
  });

  it('photos that the service did not take are told, and counted out', () => {
    const photo = { key: 'a', progress: 0, problem: 'Ảnh hỏng', serverId: null, blob: null };
    open({
      photos: [
        { ...photo, state: 'refused' },
        { ...photo, key: 'b', state: 'uploading' },
      ],
    });
    expect(screen.getAllByRole('img', { name: 'Ảnh 1 trên 1' })).toHaveLength(1);
    expect(screen.getByText(/^1 ảnh không nhận được/)).toBeTruthy();
    expect(screen.getByText(/^1 ảnh đang được tải lên/)).toBeTruthy();
  });
});

describe('consent', () => {
  it('nothing is ticked beforehand; only the first is needed to send', async () => {
    const { sent } = open();
    const handle = await tick(/Giải quyết phản ánh/);
    for (const box of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(box.checked).toBe(false);
    await userEvent.click(sendButton());
    expect(sent).toEqual([]);
    expect(screen.getByText(/Đánh dấu đồng ý “Giải quyết phản ánh”/)).toBeTruthy();
    await userEvent.click(handle);
    await userEvent.click(sendButton());
    expect(sent[0]?.sharing).toMatchObject({ handle: true, contact: false, publish: false, hideMyName: false });
  });

  it('ticks go out with the version of the words that were shown', async () => {
    const { sent } = open();
    await userEvent.click(await tick(/Giải quyết phản ánh/));
    await userEvent.click(await tick(/Công khai nội dung/));
    await userEvent.click(await tick(/Ẩn tên tôi/));
    expect(screen.getByText(/ai cũng có thể đọc nội dung, không kèm tên/)).toBeTruthy();
    await userEvent.click(sendButton());
    expect(sent[0]?.sharing).toEqual({
      ...{ handle: true, contact: false, publish: true, hideMyName: true },
      versions: { handle: 'handle-1', contact: 'contact-1', publish: 'publish-1' },
    });
  });

  it('what was given before says since when and can be changed; it need not be given again', async () => {
    const { sent } = open({}, { given: { handle: true, contact: true } });
    expect(await screen.findAllByText('Bạn đã đồng ý ngày 05/10/2026.')).toHaveLength(2);
    const change = screen.getByRole('link', { name: 'Xem hoặc rút lại đồng ý: Giải quyết phản ánh' });
    expect(change.getAttribute('href')).toBe('/me/consents');
    await userEvent.click(sendButton());
    expect(sent[0]?.sharing).toMatchObject({ handle: true, contact: true, publish: false });
  });

  it('a report can be kept back although publishing was agreed to before', async () => {
    const { sent } = open({}, { given: { handle: true, publish: true } });
    await userEvent.click(await screen.findByRole('button', { name: 'Không công khai phản ánh này' }));
    expect((await tick(/Công khai nội dung/)).checked).toBe(false);
    expect(screen.getByText(/Không ai ngoài bạn/)).toBeTruthy();
    await userEvent.click(sendButton());
    expect(sent[0]?.sharing).toMatchObject({ handle: true, publish: false });
  });

  it('a kind of matter that is never published says so', async () => {
    const begin = { categoryCode: 'OS-02' };
    open(begin, { given: { publish: true } });
    await waitFor(() => expect(screen.getByText(/Loại việc này không công khai/)).toBeTruthy());
  });

  it('leads to the notice on personal data', () => {
    open();
    expect(screen.getByRole('link', { name: 'Thông báo về dữ liệu cá nhân' }).getAttribute('href')).toBe('/me/privacy');
  });
});

describe('sending', () => {
  const given = { handle: true };

  it('two quick taps send once, and lead to "sent"', async () => {
    const { sent, where } = open({}, { given });
    await screen.findByText(/Bạn đã đồng ý ngày/);
    await userEvent.dblClick(sendButton());
    expect(sent).toHaveLength(1);
    expect(where()).toBe('/report/sent');
  });

  it('what is missing is named, with the way to say it', async () => {
    const { sent } = open({ text: '', categoryCode: null, place: emptyDraft('k', 0).place }, { given });
    expect(screen.getByRole('link', { name: 'Viết chuyện gì đang xảy ra' }).getAttribute('href')).toBe(
      '/report/what?edit=1',
    );
    expect(screen.getByRole('link', { name: 'Chọn nơi xảy ra' }).getAttribute('href')).toBe('/report/place?edit=1');
    await screen.findByText(/Bạn đã đồng ý ngày/);
    await userEvent.click(sendButton());
    expect(sent).toEqual([]);
  });

  it('together with the report it joins', async () => {
    const { sent } = open({}, { given, path: '/report/review?joins=HN-2345ABCD' });
    expect(screen.getByText(/Gửi cùng phản ánh HN-2345ABCD/)).toBeTruthy();
    await screen.findByText(/Bạn đã đồng ý ngày/);
    await userEvent.click(sendButton('Gửi, cùng phản ánh'));
    expect(sent[0]?.joins).toBe('HN-2345ABCD');
  });

  it('without a network it is handed over to be sent later; the button says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { sent } = open({}, { given });
    await screen.findByText(/Bạn đã đồng ý ngày/);
    expect(screen.getByText(/tự gửi một lần khi có mạng/)).toBeTruthy();
    await userEvent.click(sendButton('Gửi khi có mạng'));
    expect(sent).toHaveLength(1);
  });

  it('nobody agrees to words they could not read', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { sent } = open({}, { broken: true });
    expect(screen.getAllByText(/Cần có mạng một lần để đọc nội dung đồng ý/).length).toBeGreaterThan(0);
    await userEvent.click(sendButton('Gửi khi có mạng'));
    expect(sent).toEqual([]);
  });
});
