import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, json, renderAt } from '../category/testing/fake-service.tsx';
import { FiguresView } from './figures.tsx';
import type { Figures } from './figures-api.ts';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const city: Figures = {
  ...{ ward: null, days: 30, from: '2026-09-06', to: '2026-10-05', asOf: '2026-10-05T02:00:00Z' },
  ...{ received: 1_234, answeredOnTime: share(820, 1_000), rated: share(500, 1_000), satisfied: share(300, 500) },
  ...{ satisfiedOrAccepted: share(450, 500), medianDays: { days: 3.5, of: 900 }, openNow: 210 },
  overdueNow: share(21, 210),
  topCategories: [
    { code: 'VS-01', name: 'Rác thải', count: 400 },
    { code: 'GT-01', name: 'Ổ gà', count: 100 },
  ],
  definitions: { answeredOnTime: 'Trong các câu trả lời có hạn, số câu gửi đúng hạn.' },
};
const lang: Figures = {
  ...city,
  ward: { code: '00199', name: 'phường Láng' },
  ...{
    received: 9,
    answeredOnTime: share(3, 4),
    rated: share(0, 0),
    medianDays: { days: null, of: 0 },
    topCategories: [],
  },
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(path: string, answers: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const figures = (body: Figures) => (request: Request) => {
    asked.push(new URL(request.url).search);
    return body;
  };
  fakeService({
    'GET /api/public/figures': figures(city),
    'GET /api/public/wards/00199/figures': figures(lang),
    'GET /api/public/wards': {
      items: [
        {
          ...{ code: '00199', name: 'Láng', title: 'phường Láng', kind: 'phuong' },
          ...{ oldNames: ['phường Láng Thượng'], latitude: 21, longitude: 105.8 },
        },
      ],
    },
    ...answers,
  });
  return { asked, ...renderAt(path, <FiguresView />) };
}
const figure = async (name: string) => {
  const item = (await screen.findByRole('heading', { name })).closest('li');
  if (!item) throw new Error(`${name} stands in no list`);
  return within(item);
};

describe('figures', () => {
  it('each share says what it was counted from and, on demand, what it means', async () => {
    open('/figures');
    const onTime = await figure('Trả lời đúng hạn');
    expect(onTime.getByText('82 %')).toBeTruthy();
    expect(onTime.getByText(/820 trên 1\.000/)).toBeTruthy();
    expect(onTime.getByText('Trong các câu trả lời có hạn, số câu gửi đúng hạn.').closest('details')?.open).toBe(false);
    expect((await figure('Số ngày đến câu trả lời đầu tiên')).getByText('3,5 ngày')).toBeTruthy();
    expect(screen.getByText('Từ 06/09/2026 đến 05/10/2026')).toBeTruthy();
  });

  it('of a ward stand beside the city’s, and say when they are few or none', async () => {
    open('/figures?ward=00199');
    const onTime = await figure('Trả lời đúng hạn');
    expect(onTime.getByText('75 %')).toBeTruthy();
    expect(await onTime.findByText('Toàn thành phố: 82 % (820 trên 1.000)')).toBeTruthy();
    expect(onTime.getByText(/Số ít/)).toBeTruthy();
    expect((await figure('Được người dân đánh giá')).getByText('Chưa có gì để tính')).toBeTruthy();
    expect(screen.getByText('Không có phản ánh nào trong kỳ.')).toBeTruthy();
  });

  it('bars repeat in length what stands in words', async () => {
    const { container } = open('/figures');
    await screen.findByText(/Rác thải/);
    expect(screen.getByText('400 phản ánh')).toBeTruthy();
    for (const bar of container.querySelectorAll('[style*="width"]')) expect(bar.closest('[aria-hidden]')).toBeTruthy();
  });

  it('place and period are in the address', async () => {
    const { asked, where } = open('/figures?days=7');
    await figure('Trả lời đúng hạn');
    expect(asked[0]).toContain('days=30');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Khoảng thời gian' }), '90 ngày qua');
    expect(where()).toBe('/figures?days=90');
    await userEvent.click(screen.getByRole('button', { name: 'Đổi phường, xã' }));
    await userEvent.click(await within(screen.getByRole('dialog')).findByRole('button', { name: /phường Láng/ }));
    expect(where()).toBe('/figures?days=90&ward=00199');
    await screen.findByText('phường Láng');
  });

  it('of a ward that is no more are the city’s, and say so', async () => {
    open('/figures?ward=99999', {
      'GET /api/public/wards/99999/figures': () => json(404, { code: 'unknown_ward', detail: 'Không có.' }),
    });
    await screen.findByText(/Không còn phường, xã mang mã này/);
    expect((await figure('Trả lời đúng hạn')).getByText('82 %')).toBeTruthy();
  });
});
