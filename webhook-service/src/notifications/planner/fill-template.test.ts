import { describe, expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';
import type { ChannelTemplate, TemplateFacts, TemplateParameter } from './templates.ts';

const facts: TemplateFacts = {
  code: 'HN-7K4M2PXQ',
  agency: 'UBND phường Văn Miếu - Quốc Tử Giám',
  state: 'Đã có kết quả',
  dueAt: '16:30 13/10/2026',
  link: 'https://phananh.example.vn/tra-cuu/HN-7K4M2PXQ',
  summary: 'Đã vá ổ gà trước số 12.\nẢnh   kèm theo.',
  category: 'Mặt đường hư hỏng',
};
const filledWith = (parameter: TemplateParameter, changed: Partial<TemplateFacts> = {}) => {
  const template: ChannelTemplate = {
    ...{ kind: 'answered', channel: 'uid', templateId: '418273', dong: 200 },
    parameters: { x: parameter },
  };
  const choice = fillTemplate(template, { ...facts, ...changed });
  return 'filled' in choice ? choice.filled.data.x : choice;
};

test('a template is filled with the facts and its own words, at its price', () => {
  const template: ChannelTemplate = {
    ...{ kind: 'answered', channel: 'zns', templateId: '418273', dong: 300, night: true },
    parameters: { ma: { from: 'code', type: 'code' }, loi_chao: { text: 'Kính gửi bạn', type: 'label' } },
  };
  expect(fillTemplate(template, facts)).toEqual({
    filled: { templateId: '418273', data: { ma: 'HN-7K4M2PXQ', loi_chao: 'Kính gửi bạn' } },
    dong: 300,
    notAtNight: true,
  });
});

describe('within its length', () => {
  test('a name or summary is cut at a word', () => {
    expect(filledWith({ from: 'agency', type: 'name' })).toBe('UBND phường Văn Miếu - Quốc…');
    expect(filledWith({ from: 'agency', type: 'contact' })).toBe(facts.agency);
    expect(filledWith({ from: 'summary', type: 'paragraph', maxLength: 20 })).toBe('Đã vá ổ gà trước…');
  });

  test('what is said stays on one line', () => {
    expect(filledWith({ from: 'summary', type: 'paragraph' })).toBe('Đã vá ổ gà trước số 12. Ảnh kèm theo.');
  });

  test.each<[TemplateParameter, Partial<TemplateFacts>]>([
    [{ from: 'code', type: 'code', maxLength: 10 }, {}],
    [{ from: 'dueAt', type: 'time', maxLength: 15 }, {}],
    [{ from: 'state', type: 'status', maxLength: 12 }, {}],
    [{ from: 'link', type: 'url' }, { link: `https://phananh.example.vn/${'x'.repeat(200)}` }],
  ])('what would mislead when cut does not fit: %j', (parameter, changed) => {
    expect(filledWith(parameter, changed)).toEqual({ unfit: 'x' });
  });

  test('what is as long as it may be does fit', () => {
    expect(filledWith({ from: 'code', type: 'code', maxLength: 11 })).toBe('HN-7K4M2PXQ');
    expect(filledWith({ from: 'dueAt', type: 'time' })).toBe('16:30 13/10/2026');
  });

  test('letters are counted as Zalo may count them: composed', () => {
    const decomposed = 'Đã có kết quả'.normalize('NFD');
    expect(filledWith({ from: 'state', type: 'status', maxLength: 13 }, { state: decomposed })).toBe('Đã có kết quả');
  });
});

test.each([null, '', '  '])('a fact that is missing (%j) makes the template unfit', (dueAt) => {
  expect(filledWith({ from: 'dueAt', type: 'time' }, { dueAt })).toEqual({ unfit: 'x' });
});
