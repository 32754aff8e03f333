import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZaloError, zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { type DraftPlace, emptyDraft } from '../draft/model.ts';
import type { DraftDoings } from '../draft/use-draft.ts';
import { PlaceStep } from './place-step.tsx';

const lang = { code: '00199', name: 'phường Láng' };
const giangVo = { code: '00025', name: 'phường Giảng Võ' };
const here = { latitude: 21.0236, longitude: 105.8056 };
const inside = { kind: 'inside', ward: lang, offered: [], outside: false, by: 'outlines', sentence: '' };
const border = { ...inside, offered: [lang, giangVo] };
const outside = { ...inside, kind: 'outside', ward: null, outside: true };

const service = {
  'GET /api/public/wards': {
    items: [
      { ...lang, title: lang.name, oldNames: ['phường Láng Thượng'], ...here },
      { ...giangVo, title: giangVo.name, oldNames: ['phường Cát Linh'], latitude: 21.03, longitude: 105.82 },
    ],
  },
  'GET /api/public/wards/at': inside,
  'GET /api/public/places': { certainty: 'unknown', candidates: [], sentence: '' },
  'GET /api/public/addresses': { items: [] },
  'POST /api/citizen/location': { ...here, accuracy: null, ward: inside },
};

let place: DraftPlace;

beforeEach(() => {
  fakeService(service);
  vi.spyOn(zalo, 'granted').mockResolvedValue({});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Page({ begin }: { begin: Partial<DraftPlace> }) {
  const [draft, setDraft] = useState(() => {
    const empty = emptyDraft('k', 0);
    return { ...empty, place: { ...empty.place, ...begin } };
  });
  place = draft.place;
  const doings = {
    draft,
    isReady: true,
    setPlace: (change: Partial<DraftPlace>) =>
      setDraft((before) => ({ ...before, place: { ...before.place, ...change } })),
  };
  return <PlaceStep doings={doings as DraftDoings} />;
}

const open = (path = '/report/place', begin: Partial<DraftPlace> = {}) => renderAt(path, <Page begin={begin} />);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('three ways to say where', () => {
  it('each is a large button, and nothing leads on before a place is known', () => {
    open();
    for (const name of [/^Vị trí của tôi/, /^Chọn trên bản đồ/, /^Ghi địa chỉ/])
      expect(screen.getByRole('button', { name })).toBeTruthy();
    const next = screen.getByRole('button', { name: 'Tiếp tục' });
    expect(next.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Chọn một cách ở trên để cho biết nơi xảy ra.')).toBeTruthy();
  });

  it('words alone are enough to go on', async () => {
    const { where } = open('/report/place', { address: '12 Láng Hạ' });
    await press('Tiếp tục');
    expect(where()).toBe('/report/what');
  });
});

describe('"Vị trí của tôi"', () => {
  it('says why before Zalo is asked', async () => {
    const asked = vi.spyOn(zalo, 'locationCode').mockResolvedValue('code');
    open();
    await press(/^Vị trí của tôi/);
    expect(screen.getByText(/Không theo dõi bạn/)).toBeTruthy();
    expect(asked).not.toHaveBeenCalled();
    await press('Lấy vị trí');
    expect(await screen.findByText('Vị trí này thuộc phường Láng.')).toBeTruthy();
    await press('Đúng chỗ này');
    await waitFor(() => expect(place).toEqual({ pin: here, address: '', wardCode: lang.code, wardName: lang.name }));
  });

  it('begins at once for who has allowed it before', async () => {
    vi.spyOn(zalo, 'granted').mockResolvedValue({ userLocation: true });
    vi.spyOn(zalo, 'locationCode').mockResolvedValue('code');
    open('/report/place?way=here');
    expect(await screen.findByRole('heading', { name: 'Chọn trên bản đồ' })).toBeTruthy();
  });

  it('a "no" leads back to the other ways without a word', async () => {
    vi.spyOn(zalo, 'locationCode').mockRejectedValue(new ZaloError('denied', { api: 'getLocation' }));
    open();
    await press(/^Vị trí của tôi/);
    await press('Lấy vị trí');
    expect(await screen.findByRole('button', { name: /^Ghi địa chỉ/ })).toBeTruthy();
    expect(screen.queryByText(/Cài đặt/)).toBeNull();
  });

  it('who does not want to be asked again is told where it can be allowed later', async () => {
    const settings = vi.spyOn(zalo, 'openPermissions').mockResolvedValue();
    vi.spyOn(zalo, 'locationCode').mockRejectedValue(new ZaloError('deniedForever', { api: 'getLocation' }));
    open();
    await press(/^Vị trí của tôi/);
    await press('Lấy vị trí');
    await press('Mở cài đặt quyền');
    expect(settings).toHaveBeenCalledOnce();
  });

  it('a Zalo that never answers can be asked again', async () => {
    const code = vi.spyOn(zalo, 'locationCode');
    code.mockRejectedValueOnce(new ZaloError('timeout', { api: 'getLocation' })).mockResolvedValueOnce('code');
    open('/report/place?way=here');
    await press('Lấy vị trí');
    await press('Lấy vị trí lần nữa');
    expect(await screen.findByText('Vị trí này thuộc phường Láng.')).toBeTruthy();
  });

  it('two quick taps are one question', async () => {
    const code = vi.spyOn(zalo, 'locationCode').mockReturnValue(new Promise(() => {}));
    open('/report/place?way=here');
    await press('Lấy vị trí');
    await press('Lấy vị trí');
    await waitFor(() => expect(code).toHaveBeenCalledOnce());
  });
});

describe('a pin', () => {
  it('near a border asks which ward it is, and says that a wrong answer does no harm', async () => {
    fakeService({ ...service, 'GET /api/public/wards/at': border });
    open('/report/place?way=map', { pin: here });
    const second = await screen.findByRole('radio', { name: /^phường Giảng Võ/ });
    expect((second as HTMLInputElement).checked).toBe(false);
    expect(screen.getByText(/đơn vị sẽ chuyển cho nhau/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Đúng chỗ này' }).getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(second);
    await press('Đúng chỗ này');
    await waitFor(() => expect(place.wardCode).toBe(giangVo.code));
  });

  it('may be left to an official where the person does not know', async () => {
    fakeService({ ...service, 'GET /api/public/wards/at': border });
    open('/report/place?way=map', { pin: here });
    await userEvent.click(await screen.findByRole('radio', { name: /^Tôi không chắc/ }));
    await press('Đúng chỗ này');
    await screen.findByRole('button', { name: 'Tiếp tục' });
    expect(place).toMatchObject({ pin: here, wardCode: null });
  });

  it('outside the city is said kindly, with what to do', async () => {
    fakeService({ ...service, 'GET /api/public/wards/at': outside });
    open('/report/place?way=map', { pin: { latitude: 10.77, longitude: 106.7 } });
    expect(await screen.findByText(/Vị trí này ở ngoài Hà Nội/)).toBeTruthy();
    expect(screen.getByText(/kênh phản ánh của nơi đó/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Đúng chỗ này' })).toBeNull();
    await press('Ghi địa chỉ');
    expect(await screen.findByLabelText('Địa chỉ, hoặc nơi gần đó')).toBeTruthy();
  });

  it('is kept without a network; the ward is found later', async () => {
    fakeService({ ...service, 'GET /api/public/wards/at': offline() });
    open('/report/place?way=map', { pin: here });
    expect(await screen.findByText(/Ghim được giữ lại/)).toBeTruthy();
    await press('Đúng chỗ này');
    await screen.findByRole('button', { name: 'Tiếp tục' });
    expect(place).toMatchObject({ pin: here, wardCode: null });
  });

  it('can be in a ward the person knows better, from the whole list', async () => {
    const guess = { ...inside, kind: 'guess', offered: [lang], by: 'nearest-centre' };
    fakeService({ ...service, 'GET /api/public/wards/at': guess });
    open('/report/place?way=map', { pin: here });
    expect(await screen.findByText('Vị trí này có lẽ thuộc phường Láng.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Phường, xã khác' })).toBeTruthy();
  });
});

describe('an address in words', () => {
  it('is in the draft as it is typed, and its ward is asked', async () => {
    const named = { certainty: 'named', candidates: [{ ...lang, why: 'Phường Láng hiện nay' }], sentence: '' };
    fakeService({ ...service, 'GET /api/public/places': named });
    open();
    await press(/^Ghi địa chỉ/);
    await userEvent.type(screen.getByLabelText('Địa chỉ, hoặc nơi gần đó'), '12 chua lang');
    expect(place.address).toBe('12 chua lang');
    expect(await screen.findByRole('heading', { name: 'Có phải phường Láng không?' })).toBeTruthy();
    expect(place.wardCode).toBeNull();
    await press(/^Đúng, phường Láng/);
    expect(place).toMatchObject({ address: '12 chua lang', wardCode: lang.code });
    await press('Dùng địa chỉ này');
    expect(await screen.findByRole('heading', { name: 'Nơi đã chọn' })).toBeTruthy();
    expect(screen.getByText('phường Láng')).toBeTruthy();
  });

  it('that may lie in several wards asks which', async () => {
    const candidates = [lang, giangVo].map((ward) => ({ ...ward, why: 'Một phần phường Láng Hạ (cũ)' }));
    fakeService({ ...service, 'GET /api/public/places': { certainty: 'ambiguous', candidates, sentence: '' } });
    open('/report/place?way=words', { address: 'lang ha' });
    expect(await screen.findByRole('heading', { name: 'Nơi này thuộc phường, xã nào?' })).toBeTruthy();
    await press(/^phường Giảng Võ/);
    expect(place.wardCode).toBe(giangVo.code);
  });

  it('takes the place of a pin in another ward', async () => {
    const named = { certainty: 'named', candidates: [{ ...giangVo, why: '' }], sentence: '' };
    fakeService({ ...service, 'GET /api/public/places': named });
    open('/report/place?way=words', { pin: here, wardCode: lang.code, wardName: lang.name, address: 'cát linh' });
    await press(/^Đúng, phường Giảng Võ/);
    expect(place).toMatchObject({ pin: null, wardCode: giangVo.code });
  });

  it('is kept without a network', async () => {
    fakeService({ ...service, 'GET /api/public/places': offline(), 'GET /api/public/addresses': offline() });
    open('/report/place?way=words', { address: '12 Láng Hạ' });
    expect(await screen.findByText(/Địa chỉ được giữ lại/)).toBeTruthy();
    await press('Dùng địa chỉ này');
    expect(await screen.findByRole('button', { name: 'Tiếp tục' })).toBeTruthy();
  });
});

describe('the list of wards', () => {
  it('finds a ward by its old name without diacritics', async () => {
    open();
    await press('Chọn phường, xã trong danh sách');
    await userEvent.type(await screen.findByLabelText('Tìm phường, xã'), 'cat linh');
    expect(await screen.findByText('1 phường, xã phù hợp')).toBeTruthy();
    expect(screen.getByText('Trước đây: phường Cát Linh')).toBeTruthy();
    await press(/^phường Giảng Võ/);
    await waitFor(() => expect(place).toMatchObject({ wardCode: giangVo.code, pin: null }));
  });

  it('leaves the pin where it is when only the ward was wrong', async () => {
    open('/report/place', { pin: here, wardCode: lang.code, wardName: lang.name });
    await press('Phường, xã khác');
    await press(/^phường Giảng Võ/);
    await waitFor(() => expect(place).toMatchObject({ wardCode: giangVo.code, pin: here }));
  });
});
