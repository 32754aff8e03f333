import { expect, test } from 'vitest';
import { reportStates } from '../../../db/schema/reports.ts';
import type { Stake } from '../conversation/moves/stakes.ts';
import { follower, reporter } from '../reports/lifecycle/roles.ts';
import type { Report } from '../reports/report.ts';
import { allowedActions } from './allowed-actions.ts';

const facts = { hasRated: false, isOffered: false };
const report = (changes: Partial<Report>) => ({ id: 1, objections: 0, resumeState: null, ...changes }) as Report;
const own = (changes: Partial<Report>): Stake => ({
  report: report(changes),
  through: null,
  actor: reporter(5) as Stake['actor'],
  code: 'HN-7K3MR4T5',
});
const followed = (changes: Partial<Report>, through: Report | null = null): Stake => ({
  ...own(changes),
  through,
  actor: follower(5) as Stake['actor'],
});

test('the reporter of a report', () => {
  const can = Object.fromEntries(reportStates.map((state) => [state, allowedActions(own({ state }), facts)]));
  expect(can).toEqual({
    received: ['withdraw'],
    dispatched: ['withdraw'],
    in_progress: [],
    awaiting_citizen: ['reply'],
    answered: ['confirm', 'reject', 'rating'],
    closed_confirmed: ['rating'],
    closed_unconfirmed: ['reject', 'rating'],
    refused: ['objection'],
    merged: [],
    withdrawn: [],
  });
});

test('what can be done only once, or only with an offer', () => {
  expect(allowedActions(own({ state: 'answered' }), { ...facts, hasRated: true })).toEqual(['confirm', 'reject']);
  expect(allowedActions(own({ state: 'refused', objections: 1 }), facts)).toEqual([]);
  expect(allowedActions(own({ state: 'received' }), { ...facts, isOffered: true })).toEqual(['follow', 'withdraw']);
  expect(allowedActions(own({ state: 'awaiting_citizen', resumeState: 'received' }), facts)).toEqual([
    'reply',
    'withdraw',
  ]);
});

test('one whose report was merged, and one who only follows', () => {
  const through = report({ id: 2, state: 'merged' });
  expect(allowedActions(followed({ state: 'answered' }, through), facts)).toEqual(['reject', 'rating']);
  expect(allowedActions(followed({ state: 'in_progress' }, through), facts)).toEqual([]);
  expect(allowedActions(followed({ state: 'answered' }), facts)).toEqual(['reject', 'rating', 'unfollow']);
  expect(allowedActions(followed({ state: 'closed_confirmed' }), { ...facts, hasRated: true })).toEqual(['unfollow']);
});
