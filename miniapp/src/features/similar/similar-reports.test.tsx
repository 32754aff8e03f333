import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { emptyDraft } from '../draft/model.ts';
import type { ServerDraft } from '../draft/sync/draft-api.ts';
import type { SimilarReport } from './similar.ts';
import { distanceWords } from './similar-card.tsx';
import { SimilarReports } from './similar-reports.tsx';
import { similarTexts } from './texts.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const duplicates = 'GET /api/citizen/draft/duplicates';
const draft = { ...emptyDraft('k', 0), text: 'ổ gà to' };
const server = { text: draft.text, chosen: { categoryCode: null } } as unknown as ServerDraft;
const pothole: SimilarReport = {
  code: 'HN-2345ABCD',
  category: 'Ổ gà, mặt đường hư hỏng',
  ward: 'Phường Láng',
  distanceMetres: 40,
  receivedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
  state: 'in_progress',
  stateLabel: 'Đang xử lý',
  followers: 3,
  excerpt: 'Ổ gà sâu trước cửa hàng sách',
  thumbnailUrl: '/api/public/published/HN-2345ABCD/photos/1/thumbnail',
  because: ['Cùng lĩnh vực, cách nhau 40 m.'],
};

describe('reports of the same matter', () => {
  beforeEach(() => {
    const unpublished = { ...pothole, code: 'HN-6789EFGH', excerpt: null, thumbnailUrl: null, because: [] };
    fakeService({ [duplicates]: { items: [pothole, unpublished] } });
  });

  it('show what, where, how far, how old, where they stand and why they may be the same', async () => {
    renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await screen.findByText('Ổ gà sâu trước cửa hàng sách');
    expect(screen.getAllByText('Phường Láng · cách nơi bạn chọn khoảng 40 m · gửi 2 giờ trước')).toHaveLength(2);
    expect(screen.getAllByText('Đang xử lý')).toHaveLength(2);
    expect(screen.getByText('Cùng lĩnh vực, cách nhau 40 m.')).toBeTruthy();
    expect(screen.getAllByRole('img')).toHaveLength(1);
  });

  it('are joined by one press, which leads to the review', async () => {
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await userEvent.click((await screen.findAllByRole('button', { name: /^Đúng việc này/ }))[0] as HTMLElement);
    expect(where()).toBe('/report/review?joins=HN-2345ABCD');
  });

  it('or are something else: the report goes on by itself', async () => {
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Việc khác, gửi phản ánh mới' }));
    expect(where()).toBe('/report/review');
  });
});

describe('the question never stands in the way', () => {
  it('nothing found', async () => {
    fakeService({ [duplicates]: { items: [] } });
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await waitFor(() => expect(where()).toBe('/report/review'));
  });

  it('no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    fakeService({ [duplicates]: offline() });
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await waitFor(() => expect(where()).toBe('/report/review'));
  });

  it('a network that breaks', async () => {
    fakeService({ [duplicates]: offline() });
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    await waitFor(() => expect(where()).toBe('/report/review'));
  });

  it('a draft the service has not read in time', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const asked = fakeService({ [duplicates]: { items: [pothole] } });
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={null} />);
    await vi.advanceTimersByTimeAsync(6_100);
    await waitFor(() => expect(where()).toBe('/report/review'));
    expect(asked).not.toContain(duplicates);
    vi.useRealTimers();
  });

  it('a service that does not answer: one can go on at once, and is led on after six seconds', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    fakeService({ [duplicates]: () => new Promise(() => {}) });
    const { where } = renderAt('/report/similar', <SimilarReports draft={draft} server={server} />);
    expect(screen.getByRole('button', { name: 'Bỏ qua, đi tiếp' })).toBeTruthy();
    await vi.advanceTimersByTimeAsync(5_900);
    expect(where()).toBe('/report/similar');
    await vi.advanceTimersByTimeAsync(200);
    await waitFor(() => expect(where()).toBe('/report/review'));
    vi.useRealTimers();
  });
});

it.each([
  [0, 'cùng nơi bạn chọn'],
  [7, 'cách nơi bạn chọn khoảng 10 m'],
  [996, 'cách nơi bạn chọn khoảng 1,0 km'],
  [1_240, 'cách nơi bạn chọn khoảng 1,2 km'],
])('%s metres are told as a person would', (metres, words) => {
  expect(distanceWords(metres, similarTexts.vi)).toBe(words);
});
