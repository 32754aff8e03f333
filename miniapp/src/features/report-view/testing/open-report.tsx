import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { vi } from 'vitest';
import { ReportPage } from '../../../pages/report.tsx';
import { zalo } from '../../../zalo/index.ts';
import { renderAt } from '../../category/testing/fake-service.tsx';
import { DeedSender } from '../../deeds/deed-sender.tsx';
import { deedQueue } from '../../deeds/deeds.ts';
import type { ReportDetail } from '../report-api.ts';
import { CODE } from './samples.ts';

/** Names of the routes of the sample report, for the fake service. */
export const own = `GET /api/citizen/reports/${CODE}`;
export const deed = (name: string) => `POST /api/citizen/reports/${CODE}/${name}`;
export const publicOne = `GET /api/public/published/${CODE}`;

/** A Tuesday in Hà Nội, on which the samples make sense. */
export function onTheDay(): void {
  vi.spyOn(zalo, 'onReturn').mockReturnValue(() => {});
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T03:00:00.000Z') });
}

export async function leave(): Promise<void> {
  cleanup();
  await deedQueue.forget();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}

export const openReport = (typed = CODE) =>
  renderAt(
    `/reports/${typed}`,
    <>
      <DeedSender />
      <Routes>
        <Route path="/reports/:code" element={<ReportPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
  );

export const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

/** The person comes back to the app: what is old is read anew, what waits is sent. */
export const comeBack = () => act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

/** What the service answers to a deed that led there. */
export const standingOf = ({ code, state, stateLabel, mainCode, mainState, actions }: ReportDetail) => ({
  ...{ code, state, stateLabel, mainCode, mainState, actions },
});
