import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeFileOf } from './office-file.ts';
import { zipOf } from './testing/zip.ts';

const compound = (...streams: string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);
const TYPES = '[Content_Types].xml';

describe('an office document', () => {
  it.each([
    ['docx', zipOf([TYPES, '_rels/.rels', 'word/document.xml'])],
    ['xlsx', zipOf(['xl/workbook.xml', TYPES])],
    ['pptx', zipOf([TYPES, 'ppt/presentation.xml'])],
    ['odt', zipOf([['mimetype', 'application/vnd.oasis.opendocument.text'], 'content.xml'])],
    ['ods', zipOf([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'], 'content.xml'])],
    ['doc', compound('Root Entry', 'WordDocument')],
    ['xls', compound('Root Entry', 'Workbook')],
  ])('is known by its content: %s', (extension, bytes) => {
    expect(officeFileOf(bytes)).toMatchObject({ nature: 'document', extension });
  });

  it.each([
    ['docm', zipOf([TYPES, 'word/document.xml', 'word/vbaProject.bin'])],
    ['odt with Basic', zipOf([['mimetype', 'application/vnd.oasis.opendocument.text'], 'Basic/Standard/Module1.xml'])],
    ['doc with macros', compound('WordDocument', 'Macros', '_VBA_PROJECT')],
  ])('that carries a program is not kept: %s', (_, bytes) => {
    expect(officeFileOf(bytes)).toBe('macros');
  });

  it.each([
    ['a plain archive', zipOf(['a.txt'])],
    ['an Android package', zipOf(['AndroidManifest.xml', 'classes.dex'])],
    ['an archive that names only the main part', zipOf(['word/document.xml'])],
    ['an installer', compound('Root Entry', 'Property')],
    ['an archive cut off', zipOf([TYPES, 'word/document.xml']).subarray(0, 60)],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('is not what it might be taken for: %s', (_, bytes) => {
    expect(officeFileOf(bytes)).toBeNull();
  });

  it('is judged without a fault, however broken', () => {
    const whole = zipOf([TYPES, 'word/document.xml']);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const broken = Buffer.from(whole);
        for (const [at, value] of changes) broken[at] = value;
        const verdict = officeFileOf(broken);
        expect(verdict === null || verdict === 'macros' || verdict.extension === 'docx').toBe(true);
      }),
    );
  });
});
