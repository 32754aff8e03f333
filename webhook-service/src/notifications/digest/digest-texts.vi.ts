import { sentences } from '../sentences.ts';
import type { DigestTexts, Standing } from './digest-texts.ts';

export const digestTextsVi: DigestTexts = {
  digest: ({ reports: [first, ...others], left }) => {
    if (!first) return '';
    if (others.length + left === 0) {
      return sentences(`${standing(first)}.`, `Xem diễn biến: ${first.link}`);
    }
    return [
      `${standing(first)}.`,
      ...others.map((report) => `${standing(report)}.`),
      sentences(left > 0 && `Và ${left} phản ánh khác.`, 'Để xem diễn biến, xin nhắn "tra cứu" kèm mã.'),
    ].join('\n');
  },
};

function standing({ code, state, agency, dueAt }: Standing): string {
  const holder = agency ? `, ${agency} đang giữ` : '';
  return `${code}: ${state}${holder}${dueAt ? `, hạn ${dueAt}` : ''}`;
}
