import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft, type LocalDraft } from '../draft/model.ts';
import type { ServedDraft } from './served-draft.ts';
import { fakeService, renderAt } from './testing/fake-service.tsx';
import { groups } from './testing/samples.ts';
import { saysWhat, WhatQuestions } from './what-questions.tsx';

beforeEach(() => {
  fakeService({ 'GET /api/public/categories': { groups }, 'GET /api/citizen/reports': { items: [], next: null } });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const served = (suggestions: { code: string; name: string }[]) =>
  ({ suggestions, emergencyNumbers: [] }) as unknown as NonNullable<ServedDraft>;
const pothole = { code: 'GT-01', name: 'Ổ gà, mặt đường hư hỏng, lún nứt' };

/** As the page holds it. */
function Writing({ begin = {}, reads = null }: { begin?: Partial<LocalDraft>; reads?: ServedDraft | null }) {
  const [draft, setDraft] = useState<LocalDraft>({ ...emptyDraft('k', 0), ...begin });
  return (
    <WhatQuestions
      draft={draft}
      served={reads}
      isCurrent={reads !== null}
      onText={(text) => setDraft((before) => ({ ...before, text }))}
      onCategory={(categoryCode) => setDraft((before) => ({ ...before, categoryCode }))}
    />
  );
}

describe('what it is about', () => {
  it('suggestions are cards with an example; the one that is pressed stands alone with a way to change it', async () => {
    renderAt('/report/what', <Writing begin={{ text: 'ổ gà to' }} reads={served([pothole])} />);
    const card = await screen.findByRole('button', { name: /^Ổ gà.*Ví dụ: “Ổ gà sâu/ });
    await userEvent.click(card);
    expect(screen.getByText('Thời hạn trả lời: 10 ngày làm việc, từ khi đơn vị nhận việc')).toBeTruthy();
    const change = screen.getByRole('button', { name: /^Đổi lĩnh vực, đang chọn: Ổ gà/ });
    expect(document.activeElement).toBe(change);
    expect(screen.queryByRole('button', { name: 'Khác…' })).toBeNull();
  });

  it('the hint and the example follow what was chosen', async () => {
    renderAt('/report/what', <Writing begin={{ categoryCode: 'GT-01' }} />);
    await waitFor(() => expect(screen.getByText(/Chụp toàn cảnh đoạn đường/)).toBeTruthy());
  });

  it('"Khác…" opens the whole list; a search without diacritics finds what is chosen there', async () => {
    renderAt('/report/what', <Writing reads={served([pothole])} />);
    await userEvent.click(screen.getByRole('button', { name: 'Khác…' }));
    const list = within(await screen.findByRole('dialog', { name: 'Chọn lĩnh vực' }));
    await userEvent.type(list.getByLabelText('Tìm lĩnh vực'), 'den duong');
    await waitFor(() => expect(list.getByRole('status').textContent).toBe('Thấy 1 lĩnh vực'));
    await userEvent.click(list.getByRole('button', { name: 'Đèn đường hỏng, thiếu chiếu sáng' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Đèn đường hỏng, thiếu chiếu sáng')).toBeTruthy();
  });

  it('a choice can be left to an official again', async () => {
    renderAt('/report/what', <Writing begin={{ categoryCode: 'GT-01' }} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Đổi lĩnh vực/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Để cán bộ phân loại' }));
    expect(screen.queryByText('Lĩnh vực đã chọn')).toBeNull();
  });

  it('what belongs elsewhere says where to turn, and lets the person go on writing', async () => {
    renderAt('/report/what', <Writing begin={{ categoryCode: 'OS-02' }} />);
    expect(await screen.findByText('Nơi giải quyết: Thanh tra thành phố.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Về trang đầu' }).getAttribute('href')).toBe('/');
    await userEvent.click(screen.getByRole('button', { name: 'Vẫn viết tiếp' }));
    expect(screen.queryByText(/Nơi giải quyết/)).toBeNull();
    expect(screen.getByLabelText('Chuyện gì đang xảy ra?')).toBeTruthy();
  });

  it('without a network it says why there are no suggestions; the list works', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    renderAt('/report/what', <Writing begin={{ text: 'ổ gà' }} />);
    expect(screen.getByText(/Gợi ý theo lời bạn viết cần có mạng/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Chọn từ danh sách' })).toBeTruthy();
  });
});

describe('the words', () => {
  it('what is written is in the draft at once', async () => {
    renderAt('/report/what', <Writing />);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Chuyện gì đang xảy ra?');
    await userEvent.type(field, 'Rác đầu ngõ');
    expect(field.value).toBe('Rác đầu ngõ');
  });

  it('few words are not refused, only helped along', () => {
    renderAt('/report/what', <Writing begin={{ text: 'ổ gà' }} />);
    expect(screen.getByText(/Lời còn ngắn/)).toBeTruthy();
    expect(saysWhat({ ...emptyDraft('k', 0), text: 'ổ gà' })).toBe(true);
  });

  it('a photo with what it is about says enough; a choice alone does not', () => {
    const photo = { key: 'p', state: 'uploaded' as const, progress: 1, problem: null, serverId: 1, blob: null };
    expect(saysWhat({ ...emptyDraft('k', 0), categoryCode: 'GT-01' })).toBe(false);
    expect(saysWhat({ ...emptyDraft('k', 0), categoryCode: 'GT-01', photos: [photo] })).toBe(true);
  });
});
