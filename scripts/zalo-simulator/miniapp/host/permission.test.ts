import { describe, expect, it } from 'vitest';
import type { Standings } from '../phone-api.ts';
import { defaultPhone, type PermissionAnswer, type PermissionName, withPatch } from '../phone-settings.ts';
import type { Question, Reply } from '../protocol.ts';
import { createPeople } from './permission.ts';

describe('a person who is asked for consent', () => {
  it('is asked once: a yes holds', async () => {
    const { people, asked } = person({ answers: ['allow'] });
    await people.permit(['location']);
    await people.permit(['location']);
    expect(asked).toEqual([['location']]);
  });

  it('is asked for what is missing only, in one sheet', async () => {
    const { people, asked } = person({ answers: ['allow'], standings: { userInfo: 'granted' } });
    await people.permit(['userInfo', 'location']);
    expect(asked).toEqual([['location']]);
  });

  it('is asked again after a no, and hears another number of it each time', async () => {
    const { people, asked } = person({ answers: ['deny', 'deny', 'deny'] });
    const codes = [];
    for (let turn = 0; turn < 3; turn += 1) codes.push(await codeOf(people.permit(['location'])));
    // Native -1 is what the SDK makes -2002 of.
    expect(codes).toEqual([-1, -201, -202]);
    expect(asked).toHaveLength(3);
  });

  it('is never asked again after "do not ask again", whatever the settings say', async () => {
    const { people, asked } = person({ answers: ['denyForever'] });
    expect(await codeOf(people.permit(['phone']))).toBe(-202);
    people.answerNext('phone', 'allow');
    expect(await codeOf(people.permit(['phone']))).toBe(-202);
    expect(asked).toHaveLength(1);
  });

  it('may take a yes back before saying no', async () => {
    const { people, standings } = person({ set: { location: 'deny:-201' }, standings: { location: 'granted' } });
    expect(await codeOf(people.permit(['location']))).toBe(-201);
    expect(standings.location).toBe('denied');
  });

  it('sees one sheet of a kind at a time: a second is a duplicate (-400)', async () => {
    const { people } = person({ answers: ['allow'] });
    const first = people.permit(['location']);
    expect(await codeOf(people.permit(['location']))).toBe(-400);
    await first;
  });

  it('closes a picker with -101, which is a cancellation and no refusal', async () => {
    const { people } = person({ answers: ['cancel'] });
    expect(await codeOf(people.choose('media', { what: 'qr' }))).toBe(-101);
  });
});

interface Life {
  answers?: Reply['answer'][];
  set?: Partial<Record<PermissionName, PermissionAnswer>>;
  standings?: Standings;
}

function person({ answers = [], set = {}, standings = {} }: Life) {
  const asked: unknown[] = [];
  const settings = withPatch(defaultPhone, { permissions: set });
  const pane = {
    present: true,
    tell: () => {},
    onMessage: () => {},
    ask: async (question: Question): Promise<Reply> => {
      asked.push('permissions' in question ? question.permissions : question.what);
      return { answer: answers.shift() ?? 'deny' };
    },
  };
  const people = createPeople({
    settings: { now: () => settings },
    pane,
    simulator: {
      standings: async () => standings,
      remember: async (permission, standing) => Object.assign(standings, { [permission]: standing }),
    },
  });
  return { people, asked, standings };
}

function codeOf(call: Promise<unknown>): Promise<number> {
  return call.then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}
