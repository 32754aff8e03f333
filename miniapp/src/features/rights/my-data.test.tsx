import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/queries.ts';
import { ZaloError, zalo } from '../../zalo/index.ts';
import { fakeService, json, offline, renderAt } from '../category/testing/fake-service.tsx';
import { MyData } from './my-data.tsx';

const profile = {
  ...{ language: 'vi', chatLinked: true, followsOa: false, notifyAllowed: false, name: null, phoneKept: false },
  ...{ isSensitive: false, memberSince: '2026-10-01T02:00:00Z', openReports: 2 },
};
const contact = (given: boolean) => ({
  items: [{ purpose: 'contact', title: '', basis: 'consent', version: 'contact-1', wording: '', given, at: null }],
  phoneKept: false,
});
const request = {
  ...{ id: 1, kind: 'correct', note: 'Sai số nhà', receivedAt: '2026-10-05T02:00:00Z', doneAt: null },
  ...{ answerDueAt: '2026-10-07T10:00:00Z', doneDueAt: '2026-10-20T02:00:00Z' },
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(answers: Record<string, unknown> = {}) {
  const asked = fakeService({
    'GET /api/citizen/me': profile,
    'GET /api/citizen/consents': contact(false),
    'GET /api/citizen/privacy-requests': { items: [] },
    'GET /api/public/about': { oaId: '29', chatLink: '', appLink: null, controller: '' },
    ...answers,
  });
  const page = renderAt('/me/data', <MyData />);
  await screen.findByText('2 phản ánh đang chờ trả lời.');
  return { asked, ...page };
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('deleting everything', () => {
  const begin = async () => {
    await press('Xóa dữ liệu của tôi');
    return within(screen.getByRole('dialog'));
  };

  it('tells what goes and what stays, and does nothing until the box is ticked', async () => {
    const { asked } = await open();
    const sheet = await begin();
    expect(sheet.getByText('Mã phản ánh, lĩnh vực, phường xã, thời gian và trạng thái')).toBeTruthy();
    await press('Xóa vĩnh viễn');
    expect(sheet.getByText('Xin đánh dấu ô trên trước khi xóa.')).toBeTruthy();
    expect(asked).not.toContain('POST /api/citizen/privacy-requests');
  });

  it('is one request however often it is sent, and leaves nothing of the person on the phone', async () => {
    const keys: (string | null)[] = [];
    const answers = [
      offline(),
      () => json(201, { ...request, kind: 'erase', state: 'received', note: null, refusal: null }),
    ];
    const { where } = await open({
      'POST /api/citizen/privacy-requests': (sent: Request) => {
        keys.push(sent.headers.get('idempotency-key'));
        return answers.shift()?.();
      },
      'DELETE /api/citizen/session': () => new Response(null, { status: 204 }),
    });
    queryClient.setQueryData(['reports'], 'what was read');
    const sheet = await begin();
    await userEvent.click(sheet.getByRole('checkbox'));
    await press('Xóa vĩnh viễn');
    await sheet.findByRole('alert');
    await press('Xóa vĩnh viễn');
    await waitFor(() => expect(where()).toBe('/welcome'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(queryClient.getQueryData(['reports'])).toBeUndefined();
  });
});

describe('the phone number', () => {
  it('is not asked for without the consent to be contacted', async () => {
    await open();
    await screen.findByText('Trước hết cần bạn đồng ý cho liên hệ; đọc nguyên văn rồi chọn.');
    expect(screen.queryByRole('button', { name: 'Chia sẻ số điện thoại' })).toBeNull();
  });

  it('goes to the service as a code, after its reason was read', async () => {
    let sent: unknown;
    vi.spyOn(zalo, 'phoneCode').mockResolvedValue('a-code');
    await open({
      'GET /api/citizen/consents': contact(true),
      'POST /api/citizen/phone': async (call: Request) => {
        sent = await call.json();
        return new Response(null, { status: 204 });
      },
    });
    await press('Chia sẻ số điện thoại');
    await waitFor(() => expect(sent).toEqual({ accessToken: 'zalo-token', code: 'a-code' }));
  });

  it('refused is not an error: what still works is told, and the settings only after "do not ask again"', async () => {
    const ask = vi.spyOn(zalo, 'phoneCode');
    ask.mockRejectedValueOnce(new ZaloError('denied', { api: 'getPhoneNumber', code: -2002 }));
    ask.mockRejectedValueOnce(new ZaloError('deniedForever', { api: 'getPhoneNumber', code: -202 }));
    await open({ 'GET /api/citizen/consents': contact(true) });
    await press('Chia sẻ số điện thoại');
    await screen.findByText(/Bạn đã không chia sẻ số/);
    expect(screen.queryByRole('button', { name: 'Mở cài đặt quyền' })).toBeNull();
    await press('Chia sẻ số điện thoại');
    await screen.findByRole('button', { name: 'Mở cài đặt quyền' });
    expect(screen.queryByText(/chưa xác nhận được tài khoản/)).toBeNull();
  });
});

describe('a request that somebody has to read', () => {
  it('needs its kind and words, and is sent once', async () => {
    const bodies: unknown[] = [];
    await open({
      'POST /api/citizen/privacy-requests': async (call: Request) => {
        bodies.push(await call.json());
        return json(201, { ...request, state: 'received', refusal: null });
      },
    });
    await press('Gửi yêu cầu');
    expect(screen.getByText('Xin chọn một trong ba việc ở trên.')).toBeTruthy();
    expect(screen.getByText('Xin viết rõ cần sửa, hạn chế hoặc phản đối điều gì.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /Sửa dữ liệu/ }));
    await userEvent.type(screen.getByRole('textbox'), 'Sai số nhà');
    await press('Gửi yêu cầu');
    await screen.findByText(/Đã nhận yêu cầu của bạn/);
    expect(bodies).toEqual([{ kind: 'correct', note: 'Sai số nhà' }]);
  });

  it('shows where it stands and until when; a refusal names the reason and where to turn', async () => {
    await open({
      'GET /api/citizen/privacy-requests': {
        items: [
          { ...request, state: 'received', refusal: null },
          { ...request, id: 2, state: 'refused', refusal: { reason: 'Dữ liệu đúng', where: 'Bộ Công an' } },
        ],
      },
    });
    await screen.findByText('Hạn trả lời: 17:00 ngày 07/10/2026');
    expect(screen.getByText('Lý do: Dữ liệu đúng')).toBeTruthy();
    expect(screen.getByText('Nếu chưa đồng ý, bạn có thể gửi tới: Bộ Công an')).toBeTruthy();
  });
});
