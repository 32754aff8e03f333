import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { lazyPage } from './lazy-page.tsx';

afterEach(cleanup);
const Page = () => <p>Trang đây</p>;
const show = (View: ComponentType) =>
  render(
    <MemoryRouter>
      <View />
    </MemoryRouter>,
  );

describe('a page that is loaded when it is opened', () => {
  it('says when it cannot be had, and opens when it is tried again', async () => {
    let hasNetwork = false;
    const { View } = lazyPage(async () => {
      if (!hasNetwork) throw new TypeError('Failed to fetch dynamically imported module');
      return Page;
    });
    show(View);
    expect(await screen.findByRole('heading', { name: 'Chưa mở được trang này' })).toBeTruthy();
    hasNetwork = true;
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('Trang đây')).toBeTruthy();
  });

  it('opens at once, and without a network, when it was loaded ahead', async () => {
    let loads = 0;
    const { View, load } = lazyPage(async () => {
      loads += 1;
      return Page;
    });
    await load();
    show(View);
    expect(screen.getByText('Trang đây')).toBeTruthy();
    expect(loads).toBe(1);
  });
});
