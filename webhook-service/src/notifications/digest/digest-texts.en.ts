import { sentences } from '../sentences.ts';
import type { DigestTexts, Standing } from './digest-texts.ts';

export const digestTextsEn: DigestTexts = {
  digest: ({ reports: [first, ...others], left }) => {
    if (!first) return '';
    if (others.length + left === 0) {
      return sentences(`${standing(first)}.`, `See what happened: ${first.link}`);
    }
    return [
      `${standing(first)}.`,
      ...others.map((report) => `${standing(report)}.`),
      sentences(left > 0 && `And ${left} more.`, 'To see what happened, please send "tra cứu" with the code.'),
    ].join('\n');
  },
};

function standing({ code, state, agency, dueAt }: Standing): string {
  const holder = agency ? `, with ${agency}` : '';
  return `${code}: ${state}${holder}${dueAt ? `, due ${dueAt}` : ''}`;
}
