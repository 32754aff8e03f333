import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/queries.ts';
import { ZaloError, zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { rememberWard } from '../place/own-ward.ts';
import { AroundScreen } from './around-screen.tsx';
import { answeredRubbish, rubbish } from './testing/samples.ts';

const here = { latitude: 21.02364, longitude: 105.80561 };
const lang = { code: '00199', name: 'phường Láng', title: 'phường Láng', oldNames: ['phường Láng Thượng'], ...here };
const inside = { kind: 'inside', ward: lang, offered: [], outside: false, by: 'outlines', sentence: '' };

/** Addresses the list was asked for, newest last. */
let asked: URLSearchParams[];
let pages: Record<string, { items: unknown[]; next: string | null }>;

const service = () => ({
  'GET /api/public/reports': (request: Request) => {
    const search = new URL(request.url).searchParams;
    asked.push(search);
    return pages[search.get('cursor') ?? 'first'];
  },
  'GET /api/public/wards': { items: [lang] },
  'GET /api/public/categories': { groups: [{ code: 'MT', name: 'Môi trường', categories: [] }] },
  'GET /api/public/map': { clusters: [], reports: [rubbish] },
  'POST /api/citizen/location': { ...here, accuracy: null, ward: inside },
});

beforeEach(() => {
  asked = [];
  pages = { first: { items: [rubbish], next: null } };
  fakeService(service());
  vi.spyOn(zalo, 'granted').mockResolvedValue({});
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const open = (path = '/around') => renderAt(path, <AroundScreen />);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('the list', () => {
  it('says what, where and where it stands, and leads to the report', async () => {
    open();
    const link = await screen.findByRole('link', { name: 'Rác thải sinh hoạt' });
    expect(link.getAttribute('href')).toBe('/around/HN-7K3M9QXV');
    expect(screen.getByText('phố Chùa Láng, phường Láng')).toBeTruthy();
    expect(screen.getByText('Đang xử lý')).toBeTruthy();
    expect(screen.getByText(/^Trả lời trước 17:00 thứ Tư 25\/11 · gửi /)).toBeTruthy();
  });

  it('shows what it has become beside what it was', async () => {
    pages = { first: { items: [answeredRubbish], next: null } };
    open();
    const after = await screen.findByRole('img', { name: 'Ảnh sau khi xử lý: Rác thải sinh hoạt' });
    expect(after.getAttribute('src')).toBe('https://api.test/api/public/reports/HN-7K3M9QXV/evidence/5/thumbnail');
    expect(screen.getByText('Đã thu gom sáng 22/11')).toBeTruthy();
  });

  it('goes on when asked to, and says how many there are', async () => {
    pages = {
      first: { items: [rubbish], next: 'more' },
      more: { items: [{ ...rubbish, code: 'HN-2B4N8RTW' }], next: null },
    };
    open();
    await press('Xem thêm');
    expect(await screen.findByText('Đang hiện 2 phản ánh')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
  });

  it('that is empty says what to do', async () => {
    pages = { first: { items: [], next: null } };
    open();
    expect(await screen.findByText(/Chưa có phản ánh công khai nào ở đây/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Gửi phản ánh' })).toBeTruthy();
  });

  it('without a network says so and can be tried again', async () => {
    fakeService({ ...service(), 'GET /api/public/reports': offline() });
    open();
    expect(await screen.findByText(/Không kết nối được/)).toBeTruthy();
    fakeService(service());
    await press('Thử lại');
    expect(await screen.findByRole('link', { name: 'Rác thải sinh hoạt' })).toBeTruthy();
  });
});

describe('where the list begins', () => {
  it('is the whole city for who has told nothing', async () => {
    open();
    expect(await screen.findByText('Cả thành phố, mới nhất trước')).toBeTruthy();
    await waitFor(() => expect(asked[0]?.get('near')).toBeNull());
  });

  it('is the ward this person last spoke of', async () => {
    rememberWard(lang);
    open();
    expect(await screen.findByText('phường Láng, mới nhất trước')).toBeTruthy();
    await waitFor(() => expect(asked[0]?.get('ward')).toBe('00199'));
    await press('Cả thành phố');
    await waitFor(() => expect(asked[asked.length - 1]?.get('ward')).toBeNull());
  });

  it('is near the phone, roughly, where that was allowed before', async () => {
    vi.spyOn(zalo, 'granted').mockResolvedValue({ userLocation: true });
    vi.spyOn(zalo, 'locationCode').mockResolvedValue('code');
    open();
    expect(await screen.findByText('Gần bạn, gần nhất trước')).toBeTruthy();
    await waitFor(() => expect(asked.map((search) => search.get('near'))).toEqual(['21.024,105.806']));
  });

  it('"Gần tôi" says why before Zalo is asked; a "no" closes it without a word', async () => {
    const code = vi.spyOn(zalo, 'locationCode').mockRejectedValue(new ZaloError('denied', { api: 'getLocation' }));
    open();
    await press('Gần tôi');
    const sheet = within(screen.getByRole('dialog', { name: 'Phản ánh gần bạn' }));
    expect(code).not.toHaveBeenCalled();
    await userEvent.click(sheet.getByRole('button', { name: 'Dùng vị trí của tôi' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(code).toHaveBeenCalledOnce();
    expect(screen.getByText('Cả thành phố, mới nhất trước')).toBeTruthy();
  });
});

describe('filters', () => {
  it('stand in the address and in the question to the service', async () => {
    const { where } = open();
    await press('Bộ lọc');
    await userEvent.click(screen.getByRole('radio', { name: 'Đã có kết quả' }));
    await userEvent.selectOptions(screen.getByLabelText('Lĩnh vực'), 'Môi trường');
    await press('Xem kết quả');
    expect(where()).toBe('/around?state=answered&group=MT');
    await waitFor(() => {
      const last = asked[asked.length - 1];
      expect([last?.get('state'), last?.get('category')]).toEqual(['answered', 'MT']);
    });
    expect(screen.getByRole('button', { name: 'Bộ lọc (2)' })).toBeTruthy();
  });

  it('choose a ward by its old name', async () => {
    const { where } = open();
    await press('Bộ lọc');
    await userEvent.click(screen.getByRole('radio', { name: 'Chọn phường, xã…' }));
    await userEvent.type(await screen.findByLabelText('Tìm phường, xã'), 'lang thuong');
    await press(/^phường Láng/);
    expect(where()).toBe('/around?ward=00199');
    expect(await screen.findByRole('dialog', { name: 'Bộ lọc' })).toBeTruthy();
  });

  it('a search is asked once the typing has paused', async () => {
    open();
    await userEvent.type(await screen.findByLabelText('Tìm trong các phản ánh'), 'rac thai');
    await waitFor(() => expect(asked[asked.length - 1]?.get('q')).toBe('rac thai'));
    expect(asked.filter((search) => search.has('q'))).toHaveLength(1);
  });
});

describe('list and map', () => {
  it('are two real buttons that say which is shown', async () => {
    const { where } = open();
    const map = screen.getByRole('button', { name: 'Bản đồ' });
    expect(map.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(map);
    expect(map.getAttribute('aria-pressed')).toBe('true');
    expect(where()).toBe('/around?view=map');
    expect(await screen.findByRole('region', { name: 'Bản đồ các phản ánh được công khai' })).toBeTruthy();
  });
});
