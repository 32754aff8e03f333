import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, json, offline, renderAt } from '../category/testing/fake-service.tsx';
import { MyConsents } from './my-consents.tsx';

const consent = (purpose: string, given: boolean | null) => ({
  ...{ purpose, title: `Mục ${purpose}`, basis: purpose === 'handle' ? 'duty' : 'consent', version: `${purpose}-1` },
  ...{ wording: `Nguyên văn ${purpose}`, given, at: given === null ? null : '2026-10-05T02:00:00Z' },
});
const consents = (contact: boolean | null) => ({
  items: [consent('handle', true), consent('contact', contact), consent('publish', false)],
  phoneKept: false,
});
const history = {
  items: [
    {
      ...{ purpose: 'contact', title: 'Mục contact', given: true, version: 'contact-1', source: 'chat' },
      ...{ wording: 'Lời của hôm ấy', at: '2026-10-04T02:30:00Z' },
    },
  ],
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(answers: Record<string, unknown> = {}) {
  const asked: unknown[] = [];
  fakeService({
    'GET /api/citizen/consents': consents(null),
    'GET /api/citizen/consents/history': history,
    'PUT /api/citizen/consents': async (request: Request) => {
      const body = await request.json();
      asked.push(body);
      return consents(body.given);
    },
    ...answers,
  });
  renderAt('/me/consents', <MyConsents />);
  await screen.findByRole('heading', { name: 'Mục contact' });
  return asked;
}
const card = (name: string) => within(screen.getByRole('region', { name }));

describe('consents', () => {
  it('say where each stands and since when; nothing is ticked beforehand', async () => {
    await open();
    expect(card('Mục handle').getByText('Đã đồng ý từ 05/10/2026')).toBeTruthy();
    expect(card('Mục contact').getByText('Chưa trả lời, nghĩa là chưa đồng ý')).toBeTruthy();
    expect(card('Mục publish').getByText('Không đồng ý từ 05/10/2026')).toBeTruthy();
    expect(card('Mục contact').getByText('Nguyên văn contact')).toBeTruthy();
  });

  it('agreeing names the version of the wording that was read', async () => {
    const asked = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Đồng ý: Mục contact' }));
    await card('Mục contact').findByText('Đã đồng ý từ 05/10/2026');
    expect(asked).toEqual([{ purpose: 'contact', version: 'contact-1', given: true }]);
  });

  it('taking one back says first what follows, and can be left at that', async () => {
    const asked = await open({ 'GET /api/citizen/consents': consents(true) });
    await userEvent.click(screen.getByRole('button', { name: 'Rút lại: Mục contact' }));
    const sheet = within(screen.getByRole('dialog'));
    expect(sheet.getByText(/Tên và số điện thoại của bạn bị xóa ngay/)).toBeTruthy();
    await userEvent.click(sheet.getByRole('button', { name: 'Giữ nguyên' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Rút lại: Mục contact' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Rút lại' }));
    await card('Mục contact').findByText('Không đồng ý từ 05/10/2026');
    expect(asked).toEqual([{ purpose: 'contact', version: 'contact-1', given: false }]);
  });

  it('a wording that changed meanwhile is read again before it can be agreed to', async () => {
    let read = 0;
    await open({
      'GET /api/citizen/consents': () => {
        read += 1;
        return consents(null);
      },
      'PUT /api/citizen/consents': () => json(409, { code: 'consent_text_changed', detail: 'x' }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Đồng ý: Mục contact' }));
    await screen.findByText('Nguyên văn vừa thay đổi. Xin đọc bản mới rồi chọn lại.');
    expect(read).toBe(2);
  });

  it('what was agreed to before stands there with the words of that day', async () => {
    await open();
    expect(await screen.findByText(/09:30 ngày 04\/10\/2026, trong khung chat/)).toBeTruthy();
    expect(screen.getByText('Lời của hôm ấy')).toBeTruthy();
  });

  it('without a network and without a copy it says so and offers to try again', async () => {
    fakeService({ 'GET /api/citizen/consents': offline(), 'GET /api/citizen/consents/history': history });
    renderAt('/me/consents', <MyConsents />);
    expect((await screen.findByRole('alert')).textContent).toContain('Không kết nối được');
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
  });
});
