import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReportPhotosPage } from '../../pages/report-photos.tsx';
import { ReportSentPage } from '../../pages/report-sent.tsx';
import { zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { DraftSender } from './draft-sender.tsx';
import { createDrafts } from './drafts.ts';
import { memoryShelf } from './kept/shelf.ts';
import { createFakeService, problem } from './testing/fake-service.ts';
import { DraftsProvider, useDraft } from './use-draft.ts';
import { WaitingDraftCard } from './waiting-draft-card.tsx';

const picture = (name: string, type = 'image/jpeg') => new File([name], name, { type });

beforeEach(() => {
  fakeService({ 'GET /api/citizen/me': offline(), 'GET /api/public/about': offline() });
  vi.spyOn(zalo, 'onReturn').mockReturnValue(() => {});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Doing() {
  const { setText, send } = useDraft();
  return (
    <>
      <button type="button" onClick={() => setText('Ngập ở đầu ngõ')}>
        viết
      </button>
      <button type="button" onClick={() => send()}>
        gửi
      </button>
    </>
  );
}

/** A page over drafts of its own, whose service is a fake that treats drafts as the real one does. */
function open(path: string, page: ReactElement, service = createFakeService()) {
  const shrink = async (file: Blob) =>
    file.type.startsWith('image/') ? { picture: file } : { refused: 'type' as const };
  const drafts = createDrafts({ shelf: memoryShelf(), api: service.api, shrink });
  const { where } = renderAt(
    path,
    <DraftsProvider value={drafts}>
      <DraftSender />
      <Doing />
      {page}
    </DraftsProvider>,
  );
  return { where, service, drafts };
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (...files: File[]) => {
  await screen.findByRole('button', { name: 'Chọn ảnh có sẵn' });
  const input = document.querySelector<HTMLInputElement>('input[type=file][multiple]');
  if (!input) throw new Error('no album');
  await userEvent.upload(input, files, { applyAccept: false });
};
const tiles = () => screen.findAllByRole('img', { name: /^Ảnh \d$/ });

describe('the step of photos', () => {
  it('says why a photo helps, and can be left without one', async () => {
    const { where } = open('/report', <ReportPhotosPage />);
    expect(await screen.findByText(/Không có ảnh vẫn gửi được/)).toBeTruthy();
    await press('Bỏ qua, không có ảnh');
    expect(where()).toBe('/report/place');
  });

  it('shows each photo with how far it is, and uploads it', async () => {
    const { service } = open('/report', <ReportPhotosPage />);
    await choose(picture('a'), picture('b'));
    expect(await tiles()).toHaveLength(2);
    expect(screen.getByText('Đã thêm 2 ảnh.')).toBeTruthy();
    await waitFor(() => expect(screen.getAllByText('Đã lưu')).toHaveLength(2), { timeout: 4_000 });
    expect(service.open()?.photos).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Tiếp tục' })).toBeTruthy();
  });

  it('takes five, and says how many were more', async () => {
    open('/report', <ReportPhotosPage />);
    await choose(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => picture(name)));
    expect(await tiles()).toHaveLength(5);
    expect(screen.getByText(/^2 ảnh chưa được thêm/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Chụp ảnh' })).toBeNull();
  });

  it('what is no picture says so on its tile and takes no room', async () => {
    open('/report', <ReportPhotosPage />);
    await choose(picture('phim', 'video/mp4'));
    expect(await screen.findByText('Đây không phải là ảnh. Xin chọn tệp ảnh.')).toBeTruthy();
    expect(screen.getByText('0 trên 5 ảnh')).toBeTruthy();
  });

  it('a photo taken out is gone here and there, and the focus is not lost with its button', async () => {
    const { service } = open('/report', <ReportPhotosPage />);
    await choose(picture('a'), picture('b'));
    await waitFor(() => expect(service.open()?.photos).toHaveLength(2), { timeout: 4_000 });
    await press('Bỏ ảnh 1');
    expect(await tiles()).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Ảnh đã chọn/ }));
    await waitFor(() => expect(service.open()?.photos).toHaveLength(1), { timeout: 4_000 });
  });

  it('goes on with what was begun in the chat, and says so', async () => {
    const service = createFakeService();
    service.chat('Ngập ở ngõ 40', 3);
    open('/report', <ReportPhotosPage />, service);
    expect(await screen.findByText(/^Bạn đã bắt đầu phản ánh này trong chat/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Bỏ ảnh 1' })).toBeTruthy();
  });

  it('throws a draft away only after asking, in the chat too', async () => {
    const service = createFakeService();
    service.chat('Ngập ở ngõ 40');
    open('/report', <ReportPhotosPage />, service);
    await press('Bỏ bản nháp này');
    await press('Giữ lại');
    expect(service.open()).not.toBeNull();
    await press('Bỏ bản nháp này');
    await press('Bỏ bản nháp');
    await waitFor(() => expect(service.open()).toBeNull());
    expect(screen.queryByText(/trong chat\. Viết tiếp/)).toBeNull();
  });
});

describe('Zalo’s own picker', () => {
  it('is a second way whose photos appear in the draft; closing it is no fault', async () => {
    const service = createFakeService();
    fakeService({
      'POST /api/citizen/draft/upload-link': {
        ...{ url: 'https://api.test/api/citizen/uploads?token=t', mostBytes: 100, mostPhotos: 5 },
        expiresAt: '2026-10-05T02:10:00.000Z',
      },
    });
    const { ZaloError } = await import('../../zalo/index.ts');
    const pick = vi.spyOn(zalo, 'pickPhotos').mockRejectedValueOnce(new ZaloError('cancelled', { api: 'x' }));
    open('/report', <ReportPhotosPage />, service);
    await press(/^Cách khác/);
    await waitFor(() => expect(pick).toHaveBeenCalledTimes(1));
    await screen.findByRole('button', { name: /^Cách khác/ });
    expect(screen.queryByRole('alert')?.textContent ?? '').toBe('');
    pick.mockImplementationOnce(async () => {
      service.chat('', 8);
      return '{"error":0,"message":"Success","data":{"urls":["u"],"ids":["1"]}}';
    });
    await press(/^Cách khác/);
    expect(await screen.findByRole('button', { name: 'Bỏ ảnh 1' })).toBeTruthy();
    pick.mockResolvedValueOnce('<html>');
    await press(/^Cách khác/);
    expect(await screen.findByText(/^Trình chọn ảnh của Zalo chưa gửi được/)).toBeTruthy();
  });
});

describe('after sending', () => {
  it('the code stands large, with who reads it and until when', async () => {
    open('/report/sent', <ReportSentPage />);
    await press('viết');
    await press('gửi');
    expect(await screen.findByRole('heading', { level: 1, name: 'Đã nhận phản ánh' })).toBeTruthy();
    expect(screen.getByText('HN-1')).toBeTruthy();
    expect(screen.getByText(/trước 17:00 thứ Tư/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Xem phản ánh' }).getAttribute('href')).toContain('/reports/HN-1');
  });

  it('without the service it says that it is kept and goes by itself, and then it does', async () => {
    const service = createFakeService();
    service.refusals.push(problem(503, 'unknown'));
    open('/report/sent', <ReportSentPage />, service);
    await press('viết');
    await press('gửi');
    expect(await screen.findByRole('heading', { name: 'Đã giữ phản ánh' })).toBeTruthy();
    expect(screen.getByText(/tự gửi lại sau ít phút/)).toBeTruthy();
    await press('Thử gửi ngay');
    expect(await screen.findByRole('heading', { name: 'Đã nhận phản ánh' })).toBeTruthy();
    expect(service.reports).toHaveLength(1);
  });

  it('an old link leads to one’s reports', async () => {
    const { where } = open('/report/sent', <ReportSentPage />);
    await waitFor(() => expect(where()).toBe('/reports'));
  });

  it('a refusal leads to the review, which says why', async () => {
    const service = createFakeService();
    service.refusals.push(problem(409, 'publish_consent_needed'));
    const { where } = open('/report', <ReportSentPage />, service);
    await press('viết');
    await press('gửi');
    await waitFor(() => expect(where()).toBe('/report/review'));
  });
});

describe('the first page', () => {
  it('shows nothing where nothing waits', async () => {
    const { drafts } = open('/', <WaitingDraftCard />);
    await waitFor(() => expect(drafts.view().isReady).toBe(true));
    expect(screen.queryByRole('heading', { name: 'Chưa gửi xong' })).toBeNull();
  });

  it('leads on to the first question without an answer', async () => {
    const { where } = open('/', <WaitingDraftCard />);
    await press('viết');
    const card = await screen.findByRole('region', { name: 'Chưa gửi xong' });
    expect(within(card).getByText('Ngập ở đầu ngõ')).toBeTruthy();
    await press('Viết tiếp: Ngập ở đầu ngõ');
    expect(where()).toBe('/report/place');
  });

  it('says what was refused, and leads to where it is mended', async () => {
    const service = createFakeService();
    service.refusals.push(problem(422, 'draft_incomplete', { missing: ['place'] }));
    const { where } = open('/', <WaitingDraftCard />, service);
    await press('viết');
    await press('gửi');
    expect(await screen.findByText('Từ chối: draft_incomplete')).toBeTruthy();
    await press(/^Xem và sửa/);
    expect(where()).toBe('/report/review');
  });
});
