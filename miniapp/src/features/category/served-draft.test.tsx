import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { emptyDraft } from '../draft/model.ts';
import { useServedDraft } from './served-draft.ts';
import { fakeService, renderAt } from './testing/fake-service.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Reading({ text }: { text: string }) {
  const { served, isCurrent } = useServedDraft({ ...emptyDraft('k', 0), text });
  return <p>{`${served?.text ?? 'nothing'} ${isCurrent ? 'read' : 'not yet'}`}</p>;
}

it('what the service read belongs to other words until it has read these', async () => {
  let text = 'ổ gà';
  fakeService({ 'GET /api/citizen/draft': () => ({ draft: { text, chosen: { categoryCode: null } } }) });
  const { rerender } = renderAt('/', <Reading text="ổ gà " />);
  await waitFor(() => expect(screen.getByText('ổ gà read')).toBeTruthy());
  text = 'ổ gà to';
  rerender(<Reading text="ổ gà to" />);
  expect(screen.getByText('ổ gà not yet')).toBeTruthy();
  await waitFor(() => expect(screen.getByText('ổ gà to read')).toBeTruthy(), { timeout: 4_000 });
});

it('without a network the service is not asked', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const asked = fakeService({ 'GET /api/citizen/draft': { draft: null } });
  renderAt('/', <Reading text="ổ gà" />);
  await waitFor(() => expect(screen.getByText('nothing not yet')).toBeTruthy());
  expect(asked).toEqual([]);
});
