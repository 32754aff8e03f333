import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { zalo } from '../../zalo/index.ts';
import { EmergencyStop } from './emergency-stop.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const danger = { text: 'Cháy nhà ở ngõ 40', fromService: [] };

it('whoever writes about danger is stopped with the numbers that fit, the others below', () => {
  render(<EmergencyStop draftKey="a" {...danger} />);
  expect(screen.getByRole('dialog', { name: /hãy gọi ngay/ })).toBeTruthy();
  const calls = screen.getAllByRole('button', { name: /^Gọi/ }).map(({ textContent }) => textContent);
  expect(calls[0]).toBe('Gọi 114 · Chữa cháy, cứu nạn');
  expect(calls).toHaveLength(5);
});

it('no word says that help is coming', () => {
  render(<EmergencyStop draftKey="b" {...danger} />);
  expect(document.body.textContent).not.toMatch(/đang đến|sẽ đến|đã báo|đã gọi|đang tới|sẽ tới/);
});

it('one goes on writing after "Tôi đã an toàn", keeps the numbers in sight, and is not stopped again for the same matter', async () => {
  const { rerender } = render(<EmergencyStop draftKey="c" {...danger} />);
  await userEvent.click(screen.getByRole('button', { name: 'Tôi đã an toàn, viết tiếp' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: /Gọi 114/ })).toBeTruthy();
  rerender(<EmergencyStop draftKey="c" text={danger.text} fromService={['114', '115']} />);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: /Gọi 115/ })).toBeTruthy();
  cleanup();
  render(<EmergencyStop draftKey="c" {...danger} />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('what the service reads in the words stops as well', () => {
  render(<EmergencyStop draftKey="d" text="bé nhà e nuốt viên pin" fromService={['115', '999']} />);
  expect(screen.getAllByRole('button', { name: /^Gọi/ })[0]?.textContent).toContain('115');
  expect(document.body.textContent).not.toContain('999');
});

it('a kind of matter that may be dangerous shows its numbers and stops nobody', () => {
  render(<EmergencyStop draftKey="g" text="Xe đỗ chắn lối" fromService={[]} ofCategory={['113', '115']} />);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: /Gọi 113/ })).toBeTruthy();
});

it('ordinary words stop nobody, and words being typed are waited for', async () => {
  const { rerender, container } = render(<EmergencyStop draftKey="e" text="Ổ gà trước nhà" fromService={[]} />);
  expect(container.textContent).toBe('');
  rerender(<EmergencyStop draftKey="e" text="Ổ gà trước nhà, có người bị thương" fromService={[]} />);
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(screen.getByRole('dialog')).toBeTruthy(), { timeout: 4_000 });
});

it('where the call cannot be opened one reads what to dial', async () => {
  vi.spyOn(zalo, 'call').mockRejectedValue(new Error('no dialler'));
  render(<EmergencyStop draftKey="f" {...danger} />);
  await userEvent.click(screen.getByRole('button', { name: /Gọi 114/ }));
  await waitFor(() => expect(screen.getByText(/Hãy bấm số 114/)).toBeTruthy());
});
