import type { ReportView } from '../report-view.ts';

/** Tuesday 15:00 in Hà Nội, half way to the due time of `sampleView`. */
export const tuesday = new Date('2026-11-24T08:00:00Z');

/** A pothole that UBND phường Láng works on: received Thursday 09:05, due after 40 working hours, Thursday 09:15. */
export function sampleView(changes: Partial<ReportView> = {}): ReportView {
  const dueAt = '2026-11-26T02:15:00.000Z';
  return {
    code: 'HN-7K3MR4T5',
    state: 'in_progress',
    stateLabel: 'Đang xử lý',
    category: 'Ổ gà, mặt đường hư hỏng, lún nứt',
    ward: 'phường Láng',
    agency: 'UBND phường Láng',
    agencyGloss: null,
    receivedAt: '2026-11-19T02:05:00.000Z',
    dueAt,
    dueKind: 'answer',
    clock: {
      startedAt: '2026-11-19T02:15:00.000Z',
      minutes: 2400,
      hours: 'working',
      counted: [
        workday('19', '02:15', '05:00', '06:00', '10:00'),
        ...['20', '23', '24', '25'].map((day) => workday(day, '01:00', '05:00', '06:00', '10:00')),
        [{ from: '2026-11-26T01:00:00.000Z', to: dueAt }],
      ].flat(),
    },
    overdue: false,
    history: [
      { at: '2026-11-19T02:05:00.000Z', event: 'received', agency: null, dueAt: null, added: [] },
      { at: '2026-11-19T02:15:00.000Z', event: 'dispatched', agency: 'UBND phường Láng', dueAt, added: [] },
      {
        at: '2026-11-19T02:20:00.000Z',
        event: 'supplemented',
        agency: null,
        dueAt: null,
        added: ['photos', 'words'],
      },
    ],
    ...changes,
  };
}

/** Morning and afternoon of a day in November 2026, UTC. */
function workday(day: string, ...[from, lunch, after, to]: [string, string, string, string]) {
  const at = (time: string) => `2026-11-${day}T${time}:00.000Z`;
  return [
    { from: at(from), to: at(lunch) },
    { from: at(after), to: at(to) },
  ];
}
