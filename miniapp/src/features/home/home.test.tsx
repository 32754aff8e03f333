import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { zalo } from '../../zalo/index.ts';
import { fakeService, offline, renderAt } from '../category/testing/fake-service.tsx';
import { Welcome } from '../first-contact/welcome.tsx';
import { Home } from './home.tsx';

const about = {
  ...{ oaId: '29', chatLink: 'https://zalo.me/29', appLink: 'https://zalo.me/s/33/' },
  ...{ controller: 'Đơn vị vận hành' },
};
const published = (code: string, state: string) => ({
  ...{ code, state, stateLabel: state === 'closed_confirmed' ? 'Đã xong' : 'Đang xử lý', stateGroup: 'closed' },
  ...{ category: { code: 'VS-01', name: 'Rác thải' }, group: null, ward: { code: '00199', name: 'phường Láng' } },
  ...{ excerpt: 'Rác chưa thu', place: 'Chùa Láng', latitude: null, longitude: null, rounded: false },
  ...{ receivedAt: '2026-10-01T02:00:00Z', holder: '', due: null, overdue: false, thumbnailUrl: null, followers: 0 },
  answered: null,
});
const inside = zalo as { isInside: boolean };

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  inside.isInside = true;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(answers: Record<string, unknown>) {
  const asked = fakeService({
    'GET /api/citizen/reports': { items: [], next: null },
    'GET /api/public/reports': { items: [], next: null },
    'GET /api/public/about': about,
    ...answers,
  });
  return { asked, ...renderAt('/', <Home />) };
}

describe('the first page', () => {
  it('has its large button before anything has been answered', async () => {
    const never = () => new Promise(() => {});
    const { asked } = open({ 'GET /api/citizen/reports': never, 'GET /api/public/reports': never });
    expect(screen.getByRole('link', { name: /^Gửi phản ánh/ }).getAttribute('href')).toBe('/report');
    expect(screen.getByRole('button', { name: 'Gọi 113 · Công an' })).toBeTruthy();
    await waitFor(() => expect(asked).toContain('GET /api/citizen/reports'));
  });

  it('says what to do where there is nothing yet', async () => {
    open({});
    expect(await screen.findByText(/Bạn chưa gửi phản ánh nào/)).toBeTruthy();
    expect(await screen.findByText(/Chưa có phản ánh nào được công khai/)).toBeTruthy();
  });

  it('shows what others published, and which place it is of', async () => {
    open({ 'GET /api/public/reports': { items: [published('HN-7K3MR4T5', 'in_progress')], next: null } });
    const around = within(screen.getByRole('region', { name: 'Quanh đây' }));
    expect((await around.findByRole('link', { name: 'Rác thải' })).getAttribute('href')).toBe('/around/HN-7K3MR4T5');
    expect(around.getByText('Mới nhất trong thành phố')).toBeTruthy();
  });

  it('one part that cannot be read leaves the others as they are', async () => {
    open({ 'GET /api/public/reports': offline() });
    expect(await screen.findByText(/Bạn chưa gửi phản ánh nào/)).toBeTruthy();
    expect(await screen.findByText(/Không kết nối được/)).toBeTruthy();
  });

  it('outside Zalo says what this is and where to open it, signs nobody in, and still shows what is public', async () => {
    inside.isInside = false;
    const { asked } = open({
      'GET /api/public/reports': { items: [published('HN-7K3MR4T5', 'in_progress')], next: null },
    });
    expect((await screen.findByRole('link', { name: 'Mở trong Zalo' })).getAttribute('href')).toBe(about.appLink);
    expect(await screen.findByRole('link', { name: 'Rác thải' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Gửi phản ánh/ })).toBeNull();
    expect(asked.filter((call) => call.includes('/api/citizen/'))).toEqual([]);
  });
});

describe('the welcome', () => {
  const welcome = (answers: Record<string, unknown> = {}) => {
    const asked = fakeService({ 'GET /api/public/reports': { items: [], next: null }, ...answers });
    return { asked, ...renderAt('/welcome', <Welcome />) };
  };

  it('leads on with one press, also without a network, and signs nobody in', async () => {
    const { asked, where } = welcome({ 'GET /api/public/reports': offline() });
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu' }));
    expect(where()).toBe('/');
    expect(localStorage.getItem('pref:seenWelcome')).toBe('yes');
    expect(asked.filter((call) => call.includes('/api/citizen/'))).toEqual([]);
  });

  it('shows what was resolved, and only what its reporter has called done', async () => {
    welcome({
      'GET /api/public/reports': {
        items: [published('HN-7K3MR4T5', 'closed_confirmed'), published('HN-HF2WTX3K', 'closed_unconfirmed')],
        next: null,
      },
    });
    const examples = within(await screen.findByRole('region', { name: 'Việc đã được giải quyết' }));
    expect(examples.getAllByRole('article')).toHaveLength(1);
  });

  it('tells how long, by the policy in force', async () => {
    welcome({
      'GET /api/public/promises': {
        items: [{ class: 'normal', name: '', accept: '', answer: '5 ngày làm việc', again: '' }],
        confirmDays: 7,
      },
    });
    expect(await screen.findByText(/việc thông thường là 5 ngày làm việc/)).toBeTruthy();
  });
});
