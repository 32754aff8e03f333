import { describe, expect, test } from 'vitest';
import type { DraftContent, DraftQuestion } from '../../../db/schema/draft-content.ts';
import { nextStep } from './next-step.ts';
import type { DraftReading } from './read-draft.ts';

type Asked = DraftQuestion[];
const askedBefore: Asked[] = [[], ['place'], ['what'], ['both'], ['both', 'what']];
const yesNo = [false, true];

/** What the chat does, by what is known and what was asked; the citizen has not replied since. */
const table: Record<string, Record<string, string>> = {
  // known            nothing asked   place asked      what asked       both asked       both, then what
  nothing: { '': 'drop', place: 'wait', what: 'wait', both: 'wait', 'both,what': 'wait' },
  photos: { '': 'ask both', place: 'ask both', what: 'wait', both: 'wait', 'both,what': 'wait' },
  place: { '': 'ask what', place: 'ask what', what: 'wait', both: 'ask what', 'both,what': 'wait' },
  'place photos': { '': 'ask what', place: 'ask what', what: 'wait', both: 'ask what', 'both,what': 'wait' },
  what: { '': 'ask place', place: 'wait', what: 'ask place', both: 'wait', 'both,what': 'wait' },
  'what photos': { '': 'ask place', place: 'wait', what: 'ask place', both: 'wait', 'both,what': 'wait' },
  'what place': { '': 'report', place: 'report', what: 'report', both: 'report', 'both,what': 'report' },
  'what place photos': { '': 'report', place: 'report', what: 'report', both: 'report', 'both,what': 'report' },
};

const cases = yesNo.flatMap((what) =>
  yesNo.flatMap((place) =>
    yesNo.flatMap((photos) =>
      yesNo.flatMap((emergency) =>
        yesNo.flatMap((replied) => askedBefore.map((asked) => ({ what, place, photos, emergency, replied, asked }))),
      ),
    ),
  ),
);
type Case = (typeof cases)[number];

describe('what the chat does when the quiet window is over', () => {
  test.each(cases)(
    'what $what, place $place, photos $photos, emergency $emergency, replied $replied, asked $asked',
    (known) => {
      expect(said(decide(known))).toBe(expected(known));
    },
  );

  test('a greeting is answered, thanks are not', () => {
    const nothing = { what: false, place: false, photos: false, emergency: false, replied: false, asked: [] };
    expect(decide(nothing, 'xin chào').step).toBe('greet');
    expect(decide(nothing, 'rác').step).toBe('greet');
    expect(decide(nothing, 'cảm ơn nhiều ạ').step).toBe('drop');
  });
});

test('a draft with what and place always becomes a report', () => {
  for (const known of cases.filter(({ what, place }) => what && place))
    expect(decide(known)).toEqual({ step: 'report' });
});

test('no question is put twice, and the place is not asked again after asking for both', () => {
  for (const known of cases) {
    const next = decide(known);
    if (next.step !== 'ask') continue;
    expect(known.asked).not.toContain(next.question);
    if (next.question === 'place') expect(known.asked).not.toContain('both');
  }
});

test('what is known is never asked for', () => {
  for (const known of cases) {
    const next = decide(known);
    if (next.step !== 'ask') continue;
    if (known.what) expect(next.question).toBe('place');
    if (known.place) expect(next.question).toBe('what');
  }
});

/** The table, and the two things that lift a row out of it: danger, and a reply that leaves nothing to wait for. */
function expected({ what, place, photos, emergency, replied, asked }: Case): string {
  const known = [what && 'what', place && 'place', photos && 'photos'].filter(Boolean).join(' ') || 'nothing';
  const row = table[known]?.[asked.join(',')] ?? 'no row';
  if (what && emergency) return 'report';
  if (row === 'wait' && replied && (what || photos)) return 'report';
  return row;
}

function said(next: ReturnType<typeof nextStep>): string {
  return next.step === 'ask' ? `ask ${next.question}` : next.step;
}

function decide({ what, place, photos, emergency, replied, asked }: Case, text?: string) {
  const reading: DraftReading = {
    text: text ?? '',
    what,
    place: place ? { pin: null, address: 'số 5 ngõ 12', ward: null } : null,
    photos: photos ? 2 : 0,
    replied,
    sameMatter: false,
  };
  const content: DraftContent = {
    texts: text ? [{ messageId: 'm1', at: 1, text }] : [],
    photos: reading.photos,
    asked: asked.map((question) => ({ question, at: 0 })),
    ...(emergency && { emergencyNumbers: ['114'] }),
  };
  return nextStep(reading, content);
}
