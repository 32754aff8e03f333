import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTemplates, readTemplates } from './read-templates.ts';
import { type ChannelTemplate, templateFor } from './templates.ts';

const EXAMPLE = new URL('../../../../docs/zalo-templates.example.json', import.meta.url).pathname;

const byAccount: ChannelTemplate = {
  kind: 'answered',
  channel: 'uid',
  templateId: '418273',
  dong: 200,
  parameters: { ma: { from: 'code', type: 'code' } },
};
const notice: ChannelTemplate = {
  kind: 'answered',
  channel: 'miniapp',
  templateId: '00126fd75392bacce383',
  dong: 0,
  parameters: {
    title: { text: 'Phản ánh đã có kết quả', type: 'title' },
    contentTitle: { from: 'code', type: 'title' },
    contentDescription: { from: 'summary', type: 'paragraph' },
    buttonText: { text: 'Xem kết quả', type: 'button' },
    buttonUrl: { from: 'link', type: 'url' },
  },
};
const faults = (...list: unknown[]) => readTemplates(JSON.stringify(list)).faults;
const parameters = (changed: Record<string, unknown>) => faults({ ...byAccount, parameters: changed });

test('the example that ships is without fault and has every way', () => {
  const { templates, faults: found } = loadTemplates(EXAMPLE);
  expect(found).toEqual([]);
  expect(templates.list).toHaveLength(JSON.parse(readFileSync(EXAMPLE, 'utf8')).length);
  expect(new Set(templates.list.map(({ channel }) => channel))).toEqual(new Set(['miniapp', 'uid', 'zns']));
});

test('sound templates are taken as they are', () => {
  expect(readTemplates(JSON.stringify([byAccount, notice]))).toEqual({
    templates: { list: [byAccount, notice] },
    faults: [],
  });
  expect(readTemplates('[]')).toEqual({ templates: { list: [] }, faults: [] });
});

test('every fault of the file is told at once, and with any of them no template counts', () => {
  const json = JSON.stringify([byAccount, { ...byAccount, kind: 'welcome' }, { ...notice, dong: 55, extra: 1 }, 'x']);
  expect(readTemplates(json)).toEqual({
    templates: { list: [] },
    faults: ['mẫu 2: không có loại tin “welcome”', 'mẫu 3: không có trường “extra”', 'mẫu 4: phải là một đối tượng'],
  });
});

test.each([
  ['{}', 'phải là một danh sách JSON các mẫu tin'],
  ['[', 'phải là một danh sách JSON các mẫu tin'],
])('%s is no list of templates', (json, fault) => {
  expect(readTemplates(json).faults).toEqual([fault]);
});

test('a file that cannot be read is a fault, not a crash', () => {
  expect(loadTemplates('/no/such/templates.json').faults).toEqual(['không đọc được tệp']);
});

describe('a template is refused', () => {
  test.each<[unknown, string]>([
    [{ ...byAccount, kind: undefined }, 'thiếu trường “kind”'],
    [{ ...byAccount, parameters: undefined }, 'thiếu trường “parameters”'],
    [{ ...byAccount, channel: 'cs' }, 'trường “channel” không hợp lệ'],
    [{ ...byAccount, language: 'fr' }, 'trường “language” không hợp lệ'],
    [{ ...byAccount, templateId: 'mẫu số 1' }, 'trường “templateId” không hợp lệ'],
    [{ ...byAccount, dong: 199.5 }, 'trường “dong” không hợp lệ'],
    [{ ...byAccount, parameters: {} }, 'không có tham số nào'],
    [{ ...byAccount, parameters: [] }, 'trường “parameters” không hợp lệ'],
    [{ ...byAccount, kind: 'dispatched' }, 'tin “dispatched” không gửi qua kênh uid'],
    [{ ...byAccount, kind: 'citizen_asked', channel: 'zns' }, 'tin “citizen_asked” không gửi qua kênh zns'],
    [{ ...notice, kind: 'closed_silent' }, 'tin “closed_silent” không gửi qua kênh miniapp'],
    [{ ...byAccount, dong: 0 }, 'dong phải là giá một tin, lớn hơn 0'],
    [{ ...notice, dong: 55 }, 'thông báo Mini App không mất phí, dong phải là 0'],
    [{ ...byAccount, night: true }, 'night chỉ dùng cho kênh zns'],
  ])('%j: %s', (template, fault) => {
    expect(faults(template)).toEqual([`mẫu 1: ${fault}`]);
  });

  test('for being the second of its kind, way and language', () => {
    expect(faults(byAccount, { ...byAccount, language: 'en' })).toEqual([]);
    expect(faults(byAccount, { ...byAccount, templateId: '2' }, { ...byAccount, language: 'vi' })).toEqual([
      'có hai mẫu cho answered, uid',
    ]);
  });

  test('for a notification without its fields, or with others (§7.4)', () => {
    const { title: _, ...rest } = notice.parameters;
    const button = { buttonUrl: { text: 'https://example.vn', type: 'url' } };
    expect(faults({ ...notice, parameters: { ...rest, ...button, image: rest.contentTitle } })).toEqual([
      'mẫu 1: thiếu tham số “title” của thông báo Mini App',
      'mẫu 1: thông báo Mini App không có tham số “image”',
      'mẫu 1: tham số “buttonUrl” phải lấy từ link',
    ]);
  });
});

describe('a parameter is refused', () => {
  const shape = 'tham số “ma” phải có type của Zalo và một trong hai: from hoặc text';
  test.each<[unknown, string]>([
    [{ from: 'phone', type: 'phone' }, shape],
    [{ from: 'code', type: 'text' }, shape],
    [{ from: 'code', text: 'HN', type: 'code' }, shape],
    [{ type: 'code' }, shape],
    ['code', shape],
    [{ from: 'code', type: 'code', maxLength: 31 }, 'tham số “ma” dài nhất 30 ký tự theo type code'],
    [{ from: 'dueAt', type: 'time', maxLength: 21 }, 'tham số “ma” dài nhất 20 ký tự theo type time'],
    [{ from: 'link', type: 'code' }, 'tham số “ma” không thể mang link với type code'],
    [{ text: 'Đã có kết quả, mời bạn xem ngay', type: 'status' }, 'tham số “ma” có text quá dài'],
    [{ text: 'quá dài', type: 'status', maxLength: 6 }, 'tham số “ma” có text quá dài'],
    [{ from: 'summary', type: 'product' }, 'tham số “ma” không được mang cả câu (summary) ngoài Mini App'],
  ])('%j: %s', (parameter, fault) => {
    expect(parameters({ ma: parameter })).toEqual([`mẫu 1: ${fault}`]);
  });

  test('with a name Zalo would not have', () => {
    expect(parameters({ 'mã phản ánh': { from: 'code', type: 'code' } })).toEqual([
      'mẫu 1: tham số “mã phản ánh” phải có tên không dấu, không khoảng trắng',
    ]);
  });
});

test('a reader gets the template in their language, or the one for all', () => {
  const english: ChannelTemplate = { ...byAccount, language: 'en', templateId: '9' };
  const list = { list: [byAccount, english] };
  const of = (language: 'vi' | 'en', kind = 'answered') =>
    templateFor(list, { kind, channel: 'uid', language })?.templateId;
  expect([of('vi'), of('en'), of('vi', 'refused')]).toEqual(['418273', '9', undefined]);
  expect(templateFor({ list: [english] }, { kind: 'answered', channel: 'uid', language: 'vi' })).toBeNull();
  expect(templateFor(list, { kind: 'answered', channel: 'zns', language: 'vi' })).toBeNull();
});
