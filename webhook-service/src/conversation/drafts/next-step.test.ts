import { describe, expect, test } from 'vitest';
import type { DraftContent, DraftQuestion } from '../../../../db/schema/draft-content.ts';
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

  test('a voice message, a video or a file counts like a photo: a person can listen and look', () => {
    for (const known of cases.filter(({ photos }) => photos)) {
      const withPhoto = decide(known);
      expect(decide({ ...known, photos: false }, undefined, { attachments: 1 })).toEqual(withPhoto);
    }
  });

  test('a voice message and a pin: what it is about is asked once, and any reply sends it to a person', () => {
    const known = { what: false, place: true, photos: false, emergency: false, replied: false, asked: [] as Asked };
    expect(decide(known, undefined, { attachments: 1 })).toEqual({ step: 'ask', question: 'what' });
    const asked = { ...known, asked: ['what'] as Asked };
    expect(decide(asked, undefined, { attachments: 1 })).toEqual({ step: 'wait' });
    expect(decide({ ...asked, replied: true }, undefined, { attachments: 1 })).toEqual({ step: 'report' });
  });

  test('"việc mới" in answer to our question: the place is asked for, and no report is made yet', () => {
    const known = { what: true, place: false, photos: false, emergency: false, replied: true };
    const newMatter = { newMatter: true };
    expect(decide({ ...known, asked: ['result'] }, undefined, newMatter)).toEqual({ step: 'ask', question: 'place' });
    expect(decide({ ...known, asked: ['place'] }, undefined, newMatter)).toEqual({ step: 'ask', question: 'place' });
    expect(decide({ ...known, asked: ['result', 'place'] }, undefined, newMatter)).toEqual({ step: 'wait' });
    const nothing = { ...known, what: false, asked: ['result'] as Asked };
    expect(decide(nothing, undefined, newMatter)).toEqual({ step: 'ask', question: 'both' });
  });

  test('curses alone get one calm sentence', () => {
    const nothing = { what: false, place: false, photos: false, emergency: false, replied: false, asked: [] };
    expect(decide(nothing, 'đm chúng mày').step).toBe('calm');
  });

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

function decide(
  { what, place, photos, emergency, replied, asked }: Case,
  text?: string,
  more: Partial<DraftReading> = {},
) {
  const reading: DraftReading = {
    text: text ?? '',
    what,
    place: place ? { pin: null, address: 'số 5 ngõ 12', ward: null } : null,
    photos: photos ? 2 : 0,
    attachments: 0,
    replied,
    sameMatter: false,
    newMatter: false,
    ...more,
  };
  const content: DraftContent = {
    texts: text ? [{ messageId: 'm1', at: 1, text }] : [],
    photos: reading.photos,
    asked: asked.map((question) => ({ question, at: 0 })),
    ...(emergency && { emergencyNumbers: ['114'] }),
  };
  return nextStep(reading, content);
}
