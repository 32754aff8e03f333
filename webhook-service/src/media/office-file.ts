import type { FileType } from './file-type.ts';

/**
 * An office document by its content: OOXML and OpenDocument (both zip) and the older compound files. Null for any other
 * archive, `macros` for a document that carries a program: an archive or a program has no place among a report's papers.
 */
export function officeFileOf(bytes: Buffer): FileType | 'macros' | null {
  if (bytes.subarray(0, 4).equals(ZIP)) return inZip(bytes);
  if (bytes.subarray(0, 8).equals(COMPOUND)) return inCompoundFile(bytes);
  return null;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const document = (mediaType: string, extension: string): FileType => ({ nature: 'document', mediaType, extension });

const OOXML = 'application/vnd.openxmlformats-officedocument.';
/** Main part → what the package is (ECMA-376 part 1, §11.3.10, §12.3.23, §13.3.6). */
const MAIN_PARTS: Record<string, FileType> = {
  'word/document.xml': document(`${OOXML}wordprocessingml.document`, 'docx'),
  'xl/workbook.xml': document(`${OOXML}spreadsheetml.sheet`, 'xlsx'),
  'ppt/presentation.xml': document(`${OOXML}presentationml.presentation`, 'pptx'),
};
const OPEN_DOCUMENT: Record<string, FileType> = {
  'application/vnd.oasis.opendocument.text': document('application/vnd.oasis.opendocument.text', 'odt'),
  'application/vnd.oasis.opendocument.spreadsheet': document('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
};
/** Stream → what the compound file is ([MS-DOC] §2.1, [MS-XLS] §2.1). An installer is one too, and has none of these. */
const MAIN_STREAMS: [name: string, type: FileType][] = [
  ['WordDocument', document('application/msword', 'doc')],
  ['Workbook', document('application/vnd.ms-excel', 'xls')],
];

function inZip(bytes: Buffer): FileType | 'macros' | null {
  const names = zipNames(bytes);
  if (!names) return null;
  if (names.some((name) => /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^Basic\//i.test(name))) return 'macros';
  if (names.includes('[Content_Types].xml')) {
    const main = names.find((name) => Object.hasOwn(MAIN_PARTS, name));
    return main === undefined ? null : (MAIN_PARTS[main] ?? null);
  }
  return OPEN_DOCUMENT[openDocumentType(bytes)] ?? null;
}

/** ODF 1.3 part 2 §3.3: the first entry is `mimetype`, not compressed, so that it can be read like this. */
function openDocumentType(bytes: Buffer): string {
  const isFirst = bytes.toString('latin1', 30, 38) === 'mimetype' && bytes.readUInt16LE(28) === 0;
  return isFirst ? bytes.toString('latin1', 38, 38 + Math.min(100, bytes.readUInt32LE(18))) : '';
}

/** Names in the central directory (APPNOTE 4.3.12, 4.3.16); null when it does not hold together. */
function zipNames(bytes: Buffer): string[] | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

function inCompoundFile(bytes: Buffer): FileType | 'macros' | null {
  // Directory entries name their streams in UTF-16, ended by a zero ([MS-CFB] §2.6.1).
  const has = (name: string): boolean => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('_VBA_PROJECT')) return 'macros';
  return MAIN_STREAMS.find(([name]) => has(name))?.[1] ?? null;
}
