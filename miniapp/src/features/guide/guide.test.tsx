import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { groups } from '../category/testing/samples.ts';
import { Guide } from './guide.tsx';

const service = {
  'GET /api/public/categories': { groups },
  'GET /api/public/refusals': {
    items: [{ code: 'civil_dispute', reason: 'Tranh chấp dân sự', where: 'Tổ hòa giải cơ sở, tòa án' }],
  },
  'GET /api/public/promises': {
    items: [
      {
        ...{ class: 'normal', name: 'Thông thường: rác, đèn đường' },
        ...{ accept: '1 ngày làm việc', answer: '5 ngày làm việc', again: '3 ngày làm việc' },
      },
    ],
    confirmDays: 7,
  },
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(answers: Record<string, unknown> = service) {
  fakeService(answers);
  renderAt('/guide', <Guide />);
}
const search = (words: string) => userEvent.type(screen.getByRole('searchbox'), words);

describe('the guide', () => {
  it('says what to report, what not and where to turn, and how long it takes', async () => {
    open();
    await screen.findByText('Giao thông, hạ tầng đường bộ');
    expect(await screen.findByText('Gửi tới: Tổ hòa giải cơ sở, tòa án')).toBeTruthy();
    expect(await screen.findByText('Có câu trả lời: trong 5 ngày làm việc sau đó')).toBeTruthy();
    expect(screen.getByText(/bạn có 7 ngày/)).toBeTruthy();
  });

  it('does not offer to report what is not accepted', async () => {
    open();
    const what = within(await screen.findByRole('region', { name: 'Phản ánh được gì' }));
    await what.findByText('Giao thông, hạ tầng đường bộ');
    expect(what.queryByText('Tố cáo, tham nhũng, tiêu cực')).toBeNull();
    expect(what.queryByText('Không thuộc phạm vi tiếp nhận')).toBeNull();
  });

  it('is searched without diacritics: only what fits is left, its groups open', async () => {
    open();
    await screen.findByText('Giao thông, hạ tầng đường bộ');
    await search('o ga');
    expect(screen.getByText('Tìm thấy 1 mục.')).toBeTruthy();
    expect(screen.getByText('Ổ gà, mặt đường hư hỏng, lún nứt').closest('details')?.open).toBe(true);
    expect(screen.queryByText('Điện, chiếu sáng, cáp')).toBeNull();
    expect(screen.queryByRole('button', { name: /Gọi 113/ })).toBeNull();
  });

  it('finds whom to call', async () => {
    open();
    await search('cap cuu');
    expect(screen.getByRole('button', { name: 'Gọi 115 · Cấp cứu' })).toBeTruthy();
  });

  it('that knows nothing of it leads to reporting in one’s own words', async () => {
    open();
    await screen.findByText('Giao thông, hạ tầng đường bộ');
    await search('khủng long');
    expect(screen.getByText(/Không thấy “khủng long”/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Gửi phản ánh' }).getAttribute('href')).toBe('/report');
  });

  it('dials, and stands without a network as far as the app knows by itself', async () => {
    const call = vi.spyOn(zalo, 'call').mockResolvedValue();
    const away = offline();
    open({
      'GET /api/public/categories': away,
      'GET /api/public/refusals': away,
      'GET /api/public/promises': away,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Gọi 114 · Chữa cháy, cứu nạn' }));
    expect(call).toHaveBeenCalledWith('114');
    expect(screen.getByRole('heading', { name: 'Thế nào là một câu trả lời' })).toBeTruthy();
    expect((await screen.findAllByRole('button', { name: 'Thử lại' })).length).toBe(3);
  });
});
