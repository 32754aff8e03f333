import { describe, expect, it } from 'vitest';
import { decideRouting, type WardAnswer } from './agency-rules.ts';

const at = new Date('2026-10-05T12:00:00+07:00');
const pothole = [{ categoryCode: 'GT-01', score: 0.834 }];

/** The sentences a decision explains itself with. */
const because = (ward: WardAnswer, suggestions = pothole) =>
  decideRouting({ suggestions, ward, text: 'ổ gà', at }).because;

describe('a routing decision says', () => {
  it('how sure the suggested category is, in whole percent', () => {
    expect(because({ kind: 'chosen', wardCode: '00199' })[0]).toBe(
      'Hệ thống gợi ý lĩnh vực GT-01 (Ổ gà, mặt đường hư hỏng, lún nứt), độ tin cậy 83 %.',
    );
  });

  it('that a person chose the category', () => {
    const decision = decideRouting({
      suggestions: [],
      chosenCategory: 'GT-01',
      ward: { kind: 'chosen', wardCode: '00199' },
      at,
    });

    expect(decision.because[0]).toBe('Lĩnh vực GT-01 (Ổ gà, mặt đường hư hỏng, lún nứt) do người chọn.');
  });

  it.each<[WardAnswer, string]>([
    [{ kind: 'chosen', wardCode: '00199' }, 'Nơi xảy ra do người chọn: phường Láng.'],
    [{ kind: 'inside', wardCode: '00199', nearBorder: [] }, 'Vị trí nằm trong phường Láng.'],
    [
      { kind: 'inside', wardCode: '00199', nearBorder: ['00235', '00004'] },
      'Vị trí nằm trong phường Láng, gần ranh giới phường Đống Đa, phường Ba Đình.',
    ],
    [
      { kind: 'guess', wardCode: '00199', alternatives: [], clear: true },
      'Vị trí ước đoán thuộc phường Láng (khá chắc, chưa có bản đồ ranh giới).',
    ],
    [
      { kind: 'guess', wardCode: '00199', alternatives: ['00235'], clear: false },
      'Vị trí ước đoán thuộc phường Láng (chưa chắc, chưa có bản đồ ranh giới).',
    ],
    [{ kind: 'outside' }, 'Vị trí nằm ngoài địa bàn thành phố Hà Nội.'],
    [{ kind: 'unknown' }, 'Chưa có vị trí.'],
  ])('how the place is known: %o', (ward, sentence) => {
    expect(because(ward)).toContain(sentence);
  });

  it('that nothing was suggested, and tries no rule then', () => {
    const decision = decideRouting({ suggestions: [], ward: { kind: 'unknown' }, at });

    expect(decision).toMatchObject({
      kind: 'tray',
      reasons: ['category_unsure'],
      because: ['Không có gợi ý lĩnh vực nào.'],
      tried: [],
    });
  });
});
