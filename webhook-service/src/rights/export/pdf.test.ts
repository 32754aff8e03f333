import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PersonalData } from './collect.ts';
import { personalDataPdf } from './pdf.ts';

const at = '2026-10-05T03:00:00.000Z';
const WORDS = 'Ổ gà trước cửa quán phở; đường Nguyễn Trãi ngập nước, xe máy ngã. Ưu tiên xử lý ạ';

function data(over: Partial<PersonalData> = {}): PersonalData {
  return {
    madeAt: at,
    account: {
      ...{
        zaloIdForOa: '77',
        zaloIdForApp: null,
        name: 'Trần Thị Bình',
        phone: '84900000001',
        language: 'vi',
        followsOa: true,
      },
      ...{ notificationsAllowed: false, knownSince: at, lastMessageAt: null },
    },
    reports: [],
    drafts: [],
    followedReports: [],
    messages: [{ at, from: 'you', text: WORDS }],
    consents: [],
    requests: [],
    ...over,
  };
}

describe('the PDF of somebody’s data', () => {
  it('has every Vietnamese letter, and can be searched', async () => {
    const text = textIn(await personalDataPdf(data(), 'vi'));

    expect(text).toContain(WORDS.replaceAll(' ', ''));
    expect(text).toContain('Sốđiệnthoại:84900000001');
  });

  it('says its title and language, and has a structure for screen readers', async () => {
    const raw = (await personalDataPdf(data(), 'vi')).toString('latin1');

    expect(raw).toContain('/Lang (vi)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toMatch(/\/MarkInfo[\s\S]{0,40}/);
    expect(raw).toContain('/S /H1');
  });

  it('numbers its pages, however long it is', async () => {
    const messages = Array.from({ length: 120 }, () => ({ at, from: 'service' as const, text: WORDS }));
    const pdf = await personalDataPdf(data({ messages }), 'en');
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

    expect(pages).toBeGreaterThan(3);
    expect(textIn(pdf)).toContain(`Page${pages}of${pages}`);
  });

  it('characters that no font has do no harm', async () => {
    await expect(
      personalDataPdf(data({ messages: [{ at, from: 'you', text: 'a\u0000b\r\n😀 🏍' }] }), 'vi'),
    ).resolves.toBeTruthy();
  });
});

/** Words of a PDF without the blanks: glyph numbers of its text, by the table each font brings along. */
function textIn(pdf: Buffer): string {
  const objects = new Map<string, { raw: string; stream: string }>();
  const source = pdf.toString('latin1');
  for (const match of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const raw = match[2] ?? '';
    const stream = /stream\n([\s\S]*?)\nendstream/.exec(raw)?.[1];
    const inflated =
      stream && raw.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : '';
    objects.set(match[1] ?? '', { raw, stream: inflated });
  }
  const fonts = new Map<string, Map<string, string>>();
  for (const { raw } of objects.values()) {
    for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.raw ?? '')?.[1];
      if (table) fonts.set(name, glyphs(objects.get(table)?.stream ?? ''));
    }
  }
  let text = '';
  for (const { stream } of objects.values()) {
    if (!stream.includes(' Tf')) continue;
    let font: Map<string, string> | undefined;
    for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name);
      else
        for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g))
          for (const [code] of hex.matchAll(/.{4}/g)) text += font?.get(code) ?? '';
    }
  }
  return text.normalize('NFC').replaceAll(/\s/g, '');
}

/** `bfrange` tables: from, to, and one code point each. */
function glyphs(table: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', , list = ''] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      found.set(code, String.fromCharCode(...units));
    });
  }
  return found;
}
