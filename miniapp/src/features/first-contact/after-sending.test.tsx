import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZaloError, zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { AfterSending } from './after-sending.tsx';
import { mayAsk } from './asking.ts';

const profile = (rest: object) => ({
  ...{ language: 'vi', chatLinked: true, followsOa: true, notifyAllowed: true, name: null, phoneKept: false },
  ...{ isSensitive: false, memberSince: '2026-10-01T02:00:00Z', openReports: 1, ...rest },
});

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(me: object, answers: Record<string, unknown> = {}) {
  const asked = fakeService({
    'GET /api/citizen/me': profile(me),
    'GET /api/public/about': {
      oaId: '2910384756102938475',
      chatLink: '',
      appLink: null,
      controller: '',
      emergency: [],
    },
    'POST /api/citizen/notifications': () => new Response(null, { status: 204 }),
    ...answers,
  });
  const page = renderAt('/report/sent', <AfterSending />);
  return { asked, ...page };
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const denied = (kind: 'denied' | 'deniedForever') =>
  new ZaloError(kind, { api: 'requestSendNotification', code: -201 });

describe('after a report was sent', () => {
  it('notifications are asked for behind their reason, and the service is told of a yes', async () => {
    const dialog = vi.spyOn(zalo, 'allowNotifications').mockResolvedValue();
    const { asked } = open({ notifyAllowed: false });
    await screen.findByText(/Chỉ báo về phản ánh của bạn, không quảng cáo/);
    expect(dialog).not.toHaveBeenCalled();
    await press('Cho phép thông báo');
    await screen.findByText('Đã bật thông báo.');
    expect(asked).toContain('POST /api/citizen/notifications');
  });

  it('a no is silent, ends the asking, and is kept', async () => {
    vi.spyOn(zalo, 'allowNotifications').mockRejectedValue(denied('denied'));
    const { asked } = open({ notifyAllowed: false, followsOa: false });
    await press('Cho phép thông báo');
    await screen.findByText('Bạn luôn xem được tiến độ và kết quả ở “Phản ánh của tôi”.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Quan tâm kênh' })).toBeNull();
    expect(asked).not.toContain('POST /api/citizen/notifications');
    expect(mayAsk('askedNotify', Date.now())).toBe('later');
  });

  it('"not now" opens no dialog and is kept as well', async () => {
    const dialog = vi.spyOn(zalo, 'followOa').mockResolvedValue();
    open({ followsOa: false });
    await press('Để sau');
    expect(dialog).not.toHaveBeenCalled();
    expect(mayAsk('askedFollow', Date.now())).toBe('later');
  });

  it('after "do not ask again" only the settings are offered', async () => {
    vi.spyOn(zalo, 'allowNotifications').mockRejectedValue(denied('deniedForever'));
    open({ notifyAllowed: false });
    await press('Cho phép thông báo');
    await screen.findByRole('button', { name: 'Mở cài đặt quyền của Zalo' });
    expect(mayAsk('askedNotify', Date.now() + 365 * 86_400_000)).toBe('never');
  });

  it('a yes that the service has not heard is told again without another dialog', async () => {
    const dialog = vi.spyOn(zalo, 'allowNotifications').mockResolvedValue();
    const answers = [offline(), () => new Response(null, { status: 204 })];
    open({ notifyAllowed: false }, { 'POST /api/citizen/notifications': () => answers.shift()?.() });
    await press('Cho phép thông báo');
    await press('Thử lại');
    await screen.findByText('Đã bật thông báo.');
    expect(dialog).toHaveBeenCalledTimes(1);
  });

  it('who has never written to the OA is led to its chat with words that make no report', async () => {
    const chat = vi.spyOn(zalo, 'openChat').mockResolvedValue();
    open({ chatLinked: false });
    await press('Nhắn một lần trong Zalo');
    await waitFor(() => expect(chat).toHaveBeenCalledWith('2910384756102938475', 'Tra cứu phản ánh của tôi'));
  });

  it('who has it all settled is asked nothing', async () => {
    const { asked, container } = open({});
    await waitFor(() => expect(asked).toContain('GET /api/public/about'));
    await waitFor(() => expect(asked).toContain('GET /api/citizen/me'));
    expect(container.textContent).toBe('');
  });
});
