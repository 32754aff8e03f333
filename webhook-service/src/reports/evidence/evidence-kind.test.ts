import sharp from 'sharp';
import { expect, test } from 'vitest';
import { evidenceKindOf, MOST_BYTES } from './evidence-kind.ts';

const image = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

test.each(['jpeg', 'png', 'webp'] as const)('a %s is a photo', async (format) => {
  expect(evidenceKindOf(await image(format))).toBe('photo');
});

test('what begins as a PDF is a document', () => {
  expect(evidenceKindOf(Buffer.from('%PDF-1.4'))).toBe('document');
});

test.each(['gif', 'avif'] as const)('a %s is refused', async (format) => {
  const bytes = await image(format);
  expect(() => evidenceKindOf(bytes)).toThrow('evidence_type_unsupported');
});

test.each([
  ['a page', '<html><script>alert(1)</script></html>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a PDF behind something else', 'x%PDF-1.4'],
  ['half a mark', '%PDF'],
  ['a program', 'MZ\x90\x00'],
])('%s is refused, whatever it is called', (_what, content) => {
  expect(() => evidenceKindOf(Buffer.from(content))).toThrow('evidence_type_unsupported');
});

test('a photo of an iPhone is refused with the setting that helps', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(12)]);
  expect(() => evidenceKindOf(heic)).toThrow(
    expect.objectContaining({ code: 'unsupported_image', status: 415, detail: expect.stringContaining('JPEG') }),
  );
});

test('nothing, and too much, are refused', () => {
  expect(() => evidenceKindOf(Buffer.alloc(0))).toThrow(
    expect.objectContaining({ code: 'evidence_empty', status: 422 }),
  );
  const large = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(MOST_BYTES - 5)]);
  expect(evidenceKindOf(large)).toBe('document');
  const larger = Buffer.concat([large, Buffer.alloc(1)]);
  expect(() => evidenceKindOf(larger)).toThrow(expect.objectContaining({ code: 'evidence_too_large', status: 413 }));
});
