/** "Quên đính": what the text says is attached. */
import type { Reading } from './reading.ts';

export type Mentioned = 'photo' | 'document' | 'anything';

/**
 * What the text says comes with it. "Không kèm ảnh", and the photos the citizen had sent, are not ours. Read without diacritics, because the words
 * are the same typed either way.
 */
export function attachmentsMentioned({ plain }: Reading): ReadonlySet<Mentioned> {
  const found = new Set<Mentioned>();
  for (const [kind, pattern] of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (NOT_OURS_BEFORE.test(plain.slice(0, match.index)) || NOT_OURS_AFTER.test(plain.slice(end))) continue;
      found.add(kind);
    }
  }
  return found;
}

/** What is left when everything that only points elsewhere is taken away: links, "xem văn bản đính kèm", greetings. */
export function withoutPointers(plain: string): string {
  return plain.replace(/(?:https?:\/\/|www\.)\S+/gu, ' ').replace(POINTERS, ' ');
}

const PAPER =
  'van ban|cong van|file|tep|tai lieu|bien ban|quyet dinh|thong bao|phieu|phieu do|thu xin loi|giay moi|to trinh|bao cao|ket luan|ho so|danh sach|phu luc|hop dong|ban ve|scan|pdf';
const WITH = 'kem theo|dinh kem|gui kem|kem duoi day|o duoi|duoi day|ben duoi|kem';
const GAP = '(?:\\s[\\p{L}\\d/.-]+){0,6}?\\s';

const PATTERNS: readonly (readonly [Mentioned, RegExp])[] = [
  [
    'photo',
    regex(
      `(?:anh|hinh|hinh anh|video|clip)(?:\\s(?:chup|hien truong|minh chung|sau xu ly|ket qua|thuc te|sau sua chua|truoc va sau|va [\\p{L}]+ [\\p{L}]+)){0,3}\\s(?:${WITH})`,
    ),
  ],
  [
    'photo',
    regex(
      `(?:${WITH}|dinh)(?::\\s?|\\s)(?:theo\\s)?(?:\\d+\\s|mot so\\s|cac\\s|la\\s)?(?:buc\\s|tam\\s)?(?:anh|hinh|hinh anh|video|clip)`,
    ),
  ],
  ['photo', regex('(?:xem|moi xem|xin xem)\\s(?:them\\s)?(?:cac\\s)?(?:anh|hinh|hinh anh|video|clip)')],
  ['photo', regex('(?:co|gui)\\s(?:anh|hinh|hinh anh|video|clip)\\s(?:minh chung|chung minh|xac nhan)')],
  ['document', regex(`(?:${PAPER})${GAP}(?:${WITH})`)],
  ['document', regex(`(?:${PAPER})\\s(?:${WITH})`)],
  ['document', regex(`(?:${WITH}|dinh)(?::\\s?|\\s)(?:theo\\s)?(?:\\d+\\s|la\\s|cac\\s)?(?:${PAPER})`)],
  [
    'document',
    regex(
      `(?:xem|theo|doc)\\s(?:them\\s|tai\\s|trong\\s)?(?:noi dung\\s|chi tiet\\s)?(?:file|tep|van ban nay|van ban tra loi|cong van tra loi|pdf)`,
    ),
  ],
  [
    'document',
    regex(
      '(?:xem|moi xem|xin xem)\\s(?:them\\s|tai\\s|chi tiet\\s|noi dung\\s)*(?:van ban|cong van|tai lieu|bien ban|quyet dinh|thong bao)',
    ),
  ],
  [
    'anything',
    regex('(?:xem|nhu|theo|chi tiet)\\s(?:noi dung\\s|ket qua\\s|chi tiet\\s)?(?:dinh kem|kem theo|gui kem|phu luc)'),
  ],
];

const NOT_OURS_BEFORE = /(?<!\p{L})(?:khong|chua|khong the|khong co|khong phai)(?:\s\p{L}+){0,2}\s$/u;
const NOT_OURS_AFTER =
  /^\s?(?:theo\s)?(?:phan anh|cua ong|cua cong dan|cua nguoi dan|trong phan anh|cua phan anh|ong\/ba gui|cong dan gui|do ong|ma ong)/u;

const POINTERS = regex(
  `kinh gui(?:\\s(?:quy\\s)?(?:ong/ba|ong ba|cong dan))?|tran trong(?: cam on)?|cam on|(?:xin|moi|de nghi)?\\s?(?:xem|doc)(?: tai| o| trong| chi tiet| noi dung| ket qua)*|ket qua|noi dung|tra loi|chi tiet|(?:cong van|van ban|file|tep|link|duong dan|tai lieu|thong bao|bien ban)(?: tra loi)?(?: so [\\p{L}\\d/.-]+)?|${WITH}|dinh kem|theo|tai|nhu|ong/ba|xin`,
);

function regex(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'gu');
}
