import type { AnswerView } from '../answers-view.ts';
import type { HistoryView, ReportView } from '../report-view.ts';

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
      extended: 0,
      hours: 'working',
      since: 'dispatched',
      paused: false,
      counted: [
        workday('19', '02:15', '05:00', '06:00', '10:00'),
        ...['20', '23', '24', '25'].map((day) => workday(day, '01:00', '05:00', '06:00', '10:00')),
        [{ from: '2026-11-26T01:00:00.000Z', to: dueAt }],
      ].flat(),
    },
    overdue: false,
    main: null,
    answers: [],
    answersHidden: false,
    history: [
      happened({ at: '2026-11-19T02:05:00.000Z', event: 'received' }),
      happened({ at: '2026-11-19T02:15:00.000Z', event: 'dispatched', agency: 'UBND phường Láng', dueAt }),
      happened({ at: '2026-11-19T02:20:00.000Z', event: 'supplemented', added: ['photos', 'words'] }),
    ],
    ...changes,
  };
}

/** An entry of the history that tells nothing but what is given. */
export function happened(entry: Pick<HistoryView, 'at' | 'event'> & Partial<HistoryView>): HistoryView {
  return { agency: null, from: null, dueAt: null, added: [], reason: null, into: null, ...entry };
}

/** An answer with a photo after the repair and the acceptance record. */
export function sampleAnswer(changes: Partial<AnswerView> = {}): AnswerView {
  const address = '/tra-cuu/HN-7K3MR4T5/minh-chung';
  return {
    round: 1,
    stands: true,
    agency: 'UBND phường Láng',
    text: 'Sáng 25/11/2026 tổ quản lý đô thị đã vá xong ổ gà trước số 12 phố Láng Hạ.\nMặt đường đi lại bình thường.',
    givenAt: '2026-11-25T03:00:00.000Z',
    noEvidence: null,
    photos: [
      { id: 7, address: `${address}/7`, thumbnail: `${address}/7/thumbnail`, width: 640, height: 480, bytes: 90_000 },
    ],
    documents: [{ id: 8, address: `${address}/8`, thumbnail: null, width: 0, height: 0, bytes: 1_500_000 }],
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
