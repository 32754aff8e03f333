import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session, signOut } from '../../api/session.ts';
import { setLanguage, showLanguage } from '../../i18n/language.ts';
import { setAppearance } from '../../preferences/appearance.ts';
import { fakeService, json, offline, renderAt } from '../category/testing/fake-service.tsx';
import { ServiceLanguage } from './service-language.tsx';
import { Settings } from './settings.tsx';

const profile = {
  ...{ language: 'vi', chatLinked: true, followsOa: false, notifyAllowed: false, name: null, phoneKept: false },
  ...{ isSensitive: false, memberSince: '2026-10-01T02:00:00Z', openReports: 0 },
};

beforeEach(() => localStorage.clear());
afterEach(async () => {
  cleanup();
  await signOut();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  showLanguage('vi');
  setAppearance({ textSize: 100, theme: 'system' });
});

/** @returns the changes the service was told of. */
function open(answers: Record<string, unknown> = {}) {
  const told: unknown[] = [];
  fakeService({
    'GET /api/citizen/me': profile,
    'PATCH /api/citizen/me': async (request: Request) => {
      const change = await request.json();
      told.push(change);
      return { ...profile, ...change };
    },
    ...answers,
  });
  renderAt('/me', <Settings />);
  return told;
}
const nameField = () => screen.findByRole('textbox', { name: /Tên để cán bộ xưng hô/ });

describe('the language', () => {
  it('changes at once, and the service is told', async () => {
    const told = open();
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(screen.getByText('Text size')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(told).toEqual([{ language: 'en' }]));
  });

  it('that could not be told changes all the same, and says what stays as it was', async () => {
    open({ 'PATCH /api/citizen/me': offline() });
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect((await screen.findByText(/messages in Zalo keep the old one/)).textContent).toBeTruthy();
  });

  it('is told with the next sign-in when it could not be told before', async () => {
    setLanguage('en');
    const told: unknown[] = [];
    fakeService({
      'PATCH /api/citizen/me': async (request: Request) => {
        told.push(await request.json());
        return profile;
      },
    });
    renderAt('/', <ServiceLanguage />);
    await session();
    await waitFor(() => expect(told).toEqual([{ language: 'en' }]));
  });

  it('nobody chose on this phone is that of the chat', async () => {
    showLanguage('en');
    fakeService({});
    renderAt('/', <ServiceLanguage />);
    await session();
    await waitFor(() => expect(document.documentElement.lang).toBe('vi'));
    expect(localStorage.getItem('pref:language')).toBeNull();
  });
});

describe('how it looks', () => {
  it('a larger text is larger everywhere, on top of the phone’s own size', async () => {
    open();
    await userEvent.click(screen.getByRole('radio', { name: /Rất lớn/ }));
    expect(document.documentElement.style.fontSize).toBe('130%');
    await userEvent.click(screen.getByRole('radio', { name: /Bình thường/ }));
    expect(document.documentElement.style.fontSize).toBe('');
  });

  it('a theme that was chosen holds against the phone’s', async () => {
    open();
    await userEvent.click(screen.getByRole('radio', { name: 'Tối' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('the name', () => {
  it('is kept as it was written, and can be taken away', async () => {
    const told = open();
    await userEvent.type(await nameField(), '  Trần Thị Mẫu ');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu tên' }));
    await screen.findByText('Đã lưu tên.');
    await userEvent.click(screen.getByRole('button', { name: 'Xóa tên' }));
    await screen.findByText('Đã xóa tên.');
    expect(told).toEqual([{ name: 'Trần Thị Mẫu' }, { name: null }]);
  });

  it('needs the consent to be contacted, and the way there is shown', async () => {
    open({ 'PATCH /api/citizen/me': () => json(409, { code: 'contact_consent_needed', detail: 'x' }) });
    await userEvent.type(await nameField(), 'Mẫu');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu tên' }));
    const way = await screen.findByRole('link', { name: 'Xem mục đồng ý' });
    expect(way.getAttribute('href')).toBe('/me/consents');
  });

  it('empty or too long says so without asking the service', async () => {
    const told = open();
    const field = await nameField();
    await userEvent.click(screen.getByRole('button', { name: 'Lưu tên' }));
    expect(screen.getByRole('alert').textContent).toContain('Xin ghi tên');
    await userEvent.type(field, 'a'.repeat(81));
    await userEvent.click(screen.getByRole('button', { name: 'Lưu tên' }));
    expect(screen.getByRole('alert').textContent).toContain('80');
    expect(told).toEqual([]);
  });
});

it('the phone’s own settings need no network', async () => {
  open({ 'GET /api/citizen/me': offline() });
  expect(screen.getByRole('radio', { name: 'Tối' })).toBeTruthy();
  await screen.findByRole('button', { name: 'Thử lại' });
});
