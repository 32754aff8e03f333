import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { zalo } from '../../zalo/index.ts';
import { fakeService, renderAt } from '../category/testing/fake-service.tsx';
import { PublishedScreen } from './published-screen.tsx';
import { publishedTexts } from './published-texts.ts';
import { pageOf } from './share-button.tsx';
import { published } from './testing/samples.ts';

const { code } = published;
const detail = `GET /api/public/published/${code}`;
const own = `GET /api/citizen/reports/${code}`;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  fakeService({ [detail]: published });
});
const open = (typed = code) => renderAt(`/around/${typed}`, <PublishedScreen typed={typed} />);

describe('a published report', () => {
  it('says where it stands, what became of it, and what happened, in sentences', async () => {
    open();
    // On top, and as what happened last.
    expect(await screen.findAllByText('UBND phường Láng đã trả lời.')).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'Kết quả' })).toBeTruthy();
    expect(screen.getByText('Rác ba ngày chưa thu, gọi [đã ẩn]')).toBeTruthy();
    expect(screen.getByText('Đã nhận phản ánh qua Zalo.')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Số liệu của phường Láng/ }).getAttribute('href')).toBe(
      '/figures?ward=00199',
    );
  });

  it('shows before and after side by side and not a second time below', async () => {
    open();
    expect(await screen.findByText('Trước')).toBeTruthy();
    expect(screen.getByText('Sau')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Xem lớn: Ảnh 1/2 của người gửi' })).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: 'Xem lớn: Ảnh 1/1 kèm câu trả lời' })).toHaveLength(1);
  });

  it('that is one’s own leads to one’s own page', async () => {
    fakeService({ [detail]: published, [own]: { role: 'reporter' } });
    const { where } = open();
    await waitFor(() => expect(where()).toBe(`/reports/${code}`));
  });

  it('that is not public says so, and where to go', async () => {
    fakeService({});
    open('hn 7k3m9qxv');
    expect(await screen.findByText(/Không có phản ánh công khai nào mang mã HN-7K3M9QXV/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Xem các phản ánh khác' })).toBeTruthy();
  });
});

describe('following', () => {
  it('two quick taps are one, and afterwards it can be undone', async () => {
    let role: string | null = null;
    vi.stubGlobal(
      'fetch',
      following(
        globalThis.fetch,
        (next) => (role = next),
        () => role,
      ),
    );
    open();
    const follow = await screen.findByRole('button', { name: 'Theo dõi' });
    await waitFor(() => expect(follow.getAttribute('aria-disabled')).toBe('false'));
    // The network takes its time, as it does.
    let goOn = () => {};
    held = new Promise((resolve) => {
      goOn = resolve;
    });
    await userEvent.dblClick(follow);
    goOn();
    expect(await screen.findByRole('button', { name: 'Thôi theo dõi' })).toBeTruthy();
    expect(changes).toEqual(['PUT']);
    await userEvent.click(screen.getByRole('button', { name: 'Thôi theo dõi' }));
    expect(await screen.findByRole('button', { name: 'Theo dõi' })).toBeTruthy();
    expect(changes).toEqual(['PUT', 'DELETE']);
  });
});

const changes: string[] = [];
let held: Promise<void> = Promise.resolve();

/** The service's memory of who follows, before the rest of the fake. */
function following(rest: typeof fetch, set: (role: string | null) => void, get: () => string | null): typeof fetch {
  changes.length = 0;
  const json = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname === `/api/citizen/reports/${code}/follow`) {
      changes.push(request.method);
      await held;
      set(request.method === 'PUT' ? 'follower' : null);
      return new Response(null, { status: 204 });
    }
    if (pathname === `/api/citizen/reports/${code}`)
      return get() ? json(200, { role: get() }) : json(404, { code: 'report_not_found', detail: 'Không có.' });
    return rest(input, init);
  };
}

describe('sharing', () => {
  it('names the page, with a picture at the service and no more words than Zalo takes', async () => {
    const long = { ...published, answered: { at: '', excerpt: 'rất dài '.repeat(100), thumbnailUrl: null } };
    const page = pageOf(long, publishedTexts.vi);
    expect(page.title).toBe('Rác thải sinh hoạt, phường Láng');
    expect(page.description.length).toBeLessThanOrEqual(400);
    expect(page.path).toBe(`/around/${code}`);
    expect(page.thumbnail).toBe(`https://api.test/api/public/reports/${code}/photos/1/thumbnail`);
  });

  it('opens Zalo’s sheet', async () => {
    const share = vi.spyOn(zalo, 'share').mockResolvedValue(true);
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Chia sẻ' }));
    expect(share).toHaveBeenCalledWith(expect.objectContaining({ path: `/around/${code}` }));
  });
});
