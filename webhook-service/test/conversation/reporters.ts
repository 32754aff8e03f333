import { expect } from 'vitest';
import type { City } from '../city.ts';
import type { Office } from './office.ts';
import { newcomer, type Person, reportsOf } from './talk.ts';

interface Known {
  person: Person;
  code: string;
}

/** People whose reports UBND phường Láng has. */
export interface Reporters {
  reporterOf(words?: string): Promise<Known>;
  /** Another report of the same person. @returns its code */
  reports(person: Person, words?: string): Promise<string>;
  /** One whose report has been answered, and who was told. */
  answeredReport(words?: string): Promise<Known>;
  stateOf(code: string): Promise<string>;
  /** The last thing the person was told, once nothing is under way any more. */
  last(person: Person): Promise<string>;
  /** As if the report were made an hour ago, so that what follows is no part of its burst. */
  age(code: string): Promise<void>;
}

const POTHOLE = 'ổ gà to giữa đường, phường Láng';

export function reportersOf(city: City, office: Office): Reporters {
  const reports = async (person: Person, words = POTHOLE): Promise<string> => {
    const before = await reportsOf(city, person);
    await person.sends(words);
    await person.heardInTheEnd();
    const made = (await reportsOf(city, person)).at(before.length);
    expect(made?.state).toBe('dispatched');
    return made?.code ?? '';
  };
  const reporterOf = async (words = POTHOLE): Promise<Known> => {
    const person = await newcomer(city);
    return { person, code: await reports(person, words) };
  };
  return {
    reports,
    reporterOf,
    answeredReport: async (words = POTHOLE) => {
      const known = await reporterOf(words);
      await office.answers(known.code);
      await known.person.hears(/^UBND phường Láng đã trả lời HN-\w{8}: .*Việc đã xong chưa\?/s);
      return known;
    },
    stateOf: async (code) => (await office.report(code)).state,
    last: async (person) => (await person.heardInTheEnd()).at(-1) ?? '',
    age: async (code) => {
      await city.database.sql`update reports set received_at = received_at - interval '1 hour' where code = ${code}`;
    },
  };
}
