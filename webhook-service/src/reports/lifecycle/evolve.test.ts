import { describe, expect, it } from 'vitest';
import type { ReportFacts } from './commands.ts';
import type { EventData, EventType, ReportEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { actorOf, aReport, NOW } from './testing/facts.ts';

function event<Type extends EventType>(type: Type, data: EventData<Type>): ReportEvent {
  return { type, at: NOW, actor: actorOf('system'), isPublic: true, reason: null, data } as ReportEvent;
}

/** What differs after the event. */
function change(report: ReportFacts, happened: ReportEvent): Partial<ReportFacts> {
  const after = evolve(report, happened);
  return Object.fromEntries(
    Object.entries(after).filter(([fact, value]) => report[fact as keyof ReportFacts] !== value),
  );
}

const lighting = { categoryCode: 'CS-02', priorityClass: 'urgent' } as const;
const cases: [string, Partial<ReportFacts>, ReportEvent, Partial<ReportFacts>][] = [
  [
    'classified',
    {},
    event('classified', { from: { categoryCode: null, priorityClass: 'normal' }, to: lighting }),
    lighting,
  ],
  [
    'dispatched',
    { state: 'received', agencyCode: null },
    event('dispatched', { agencyCode: 'so-xay-dung' }),
    { state: 'dispatched', agencyCode: 'so-xay-dung' },
  ],
  ['accepted', { state: 'dispatched' }, event('accepted', { agencyCode: 'ubnd-00199' }), { state: 'in_progress' }],
  [
    'handed_over as not mine',
    { handOvers: 1 },
    event('handed_over', { agencyCode: 'pc08', from: 'ubnd-00199', why: 'not_mine' }),
    { state: 'dispatched', agencyCode: 'pc08', handOvers: 2 },
  ],
  [
    'handed_over after a corrected ward',
    { handOvers: 1 },
    event('handed_over', { agencyCode: 'ubnd-00004', from: 'ubnd-00199', why: 'ward_corrected' }),
    { state: 'dispatched', agencyCode: 'ubnd-00004' },
  ],
  [
    'sent_to_coordinator',
    { handOvers: 2 },
    event('sent_to_coordinator', { agencyCode: 'vp-ubnd', from: 'ubnd-00199', proposedAgency: 'pc08' }),
    { state: 'dispatched', agencyCode: 'vp-ubnd', handOvers: 3 },
  ],
  [
    'escalated',
    {},
    event('escalated', { agencyCode: 'vp-ubnd', from: 'ubnd-00199' }),
    { state: 'dispatched', agencyCode: 'vp-ubnd' },
  ],
  [
    'citizen_asked',
    {},
    event('citizen_asked', { agencyCode: 'ubnd-00199' }),
    { state: 'awaiting_citizen', resumeState: 'in_progress' },
  ],
  [
    'citizen_replied',
    { state: 'awaiting_citizen', resumeState: 'in_progress', questionsAsked: 1 },
    event('citizen_replied', {}),
    { state: 'in_progress', resumeState: null, questionsAsked: 2 },
  ],
  [
    'wait_timed_out',
    { state: 'awaiting_citizen', resumeState: 'received' },
    event('wait_timed_out', {}),
    { state: 'received', resumeState: null, questionsAsked: 1 },
  ],
  ['extended', {}, event('extended', { minutes: 60, extension: 1 }), { extensions: 1 }],
  [
    'answered',
    {},
    event('answered', { agencyCode: 'ubnd-00199', photos: 1, documents: 0, noEvidenceReason: null }),
    { state: 'answered' },
  ],
  ['confirmed', { state: 'answered' }, event('confirmed', {}), { state: 'closed_confirmed' }],
  ['closed_silent', { state: 'answered' }, event('closed_silent', {}), { state: 'closed_unconfirmed' }],
  ['result_rejected', { state: 'answered' }, event('result_rejected', { by: 'reporter' }), {}],
  [
    'reopened with the same agency',
    { state: 'answered', extensions: 1 },
    event('reopened', { level: 1, agencyCode: 'ubnd-00199', from: 'ubnd-00199', round: 2 }),
    { state: 'in_progress', level: 1, round: 2, extensions: 0 },
  ],
  [
    'reopened one level up',
    { state: 'answered', level: 1, round: 2 },
    event('reopened', { level: 2, agencyCode: 'vp-ubnd', from: 'ubnd-00199', round: 3 }),
    { state: 'dispatched', agencyCode: 'vp-ubnd', level: 2, round: 3 },
  ],
  [
    'rechecked',
    { state: 'closed_unconfirmed', extensions: 1 },
    event('rechecked', { round: 2 }),
    { state: 'in_progress', round: 2, extensions: 0 },
  ],
  ['rated', { state: 'answered' }, event('rated', { level: 'accepted', reasons: [] }), {}],
  ['refused', { state: 'received' }, event('refused', { reason: 'spam' }), { state: 'refused' }],
  ['objected', { state: 'refused' }, event('objected', {}), { state: 'received', objections: 1 }],
  ['merged', { state: 'dispatched' }, event('merged', {}), { state: 'merged', resumeState: 'dispatched' }],
  [
    'split',
    { state: 'merged', resumeState: 'dispatched' },
    event('split', {}),
    { state: 'dispatched', resumeState: null },
  ],
  [
    'split of a report without a known state',
    { state: 'merged', resumeState: null },
    event('split', {}),
    { state: 'received' },
  ],
  [
    'withdrawn',
    { state: 'awaiting_citizen', resumeState: 'received' },
    event('withdrawn', {}),
    { state: 'withdrawn', resumeState: null },
  ],
];

describe('a report after', () => {
  it.each(cases)('%s', (_name, before, happened, changed) => {
    expect(change(aReport(before), happened)).toEqual(changed);
  });
});
