/** What of a chat message is a data subject's request (quyền của chủ thể dữ liệu), domain-hanoi §2.5. */
import { canonical, hasNoDiacritics, plain } from '../language/normalise.ts';

export type ChatRequest =
  /** "Xóa dữ liệu của tôi". */
  | 'erase'
  /** "Xóa dữ liệu" and nothing else: the words by which an erasure that was asked for is confirmed. */
  | 'erase_confirmed'
  /** "Tải dữ liệu của tôi". */
  | 'export'
  /** "Rút lại đồng ý", "dừng dùng dữ liệu của tôi". */
  | 'withdraw_consent';

/** Longer messages tell a story: they are about something in the city, and belong to a report. */
const LONGEST_REQUEST = 80;

/**
 * The request a message makes, null when it makes none. With or without marks, in Vietnamese or English. The whole message
 * has to be the request: "xóa hộ cái biển quảng cáo" and "lộ dữ liệu của tôi ở phường" are reports.
 */
export function readChatRequest(text: string): ChatRequest | null {
  if (text.length > LONGEST_REQUEST || (!hasNoDiacritics(text) && OTHER_WORDS.test(canonical(text)))) return null;
  const said = plain(text)
    .replace(/['’]/gu, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(POLITE_BEFORE, '')
    .replace(POLITE_AFTER, '');
  if (CONFIRMATION.test(said)) return 'erase_confirmed';
  for (const [request, pattern] of PATTERNS) if (pattern.test(said)) return request;
  return null;
}

/** The same letters with other marks: "xỏa", "rút" is a withdrawal but "rụt" is not; "dự liệu" foresees. */
const OTHER_WORDS = /dự liệu|dừ liệu|đồng y(?!\p{L})|đông ý/u;

const POLITE_BEFORE =
  /^(?:(?:da|vang|xin|xin chao|chao|alo|ad|oi|please|can you|could you|kindly|i want to|i would like to|i d like to|cho|giup|ho|hay|vui long|lam on|yeu cau|de nghi|em|toi|minh|chau|muon|can|duoc) )+/u;
const POLITE_AFTER =
  /(?: (?:a|nhe|nha|di|ngay|giup|ho|voi|ad|please|now|thanks|thank you|cam on|cho em|cho toi|cho minh|giup em|giup toi|khoi he thong|tren he thong|o day|tai day|from your system|from the system|from here))+$/u;

const OWNER = '(?:cua )?(?:em|toi|minh|chau|chinh toi|ban than)';
const DATA = '(?:tat ca |toan bo |het |moi )?(?:du lieu|thong tin|data)(?: ca nhan)?';
const MY_DATA = '(?:all )?(?:of )?my (?:personal )?(?:data|information|info)';

const CONFIRMATION = /^(?:xoa du lieu|delete data)$/u;
const PATTERNS: readonly (readonly [ChatRequest, RegExp])[] = [
  [
    'erase',
    new RegExp(`^(?:(?:xoa|huy|xoa bo|go) ${DATA} ${OWNER}|(?:xoa|xoa bo) (?:tat ca |toan bo )?du lieu ca nhan)$`),
  ],
  ['erase', new RegExp(`^(?:delete|erase|remove) (?:${MY_DATA}|personal data)$`)],
  [
    'export',
    new RegExp(
      `^(?:(?:tai|tai ve|tai xuong|xuat|trich xuat|gui lai|sao|xem|gui toi ban sao) (?:ve |ban sao )?${DATA} ${OWNER}|(?:tai|xuat|trich xuat) du lieu(?: ca nhan)?)$`,
    ),
  ],
  ['export', new RegExp(`^(?:export|download|get|send me|give me)(?: a copy of)? (?:${MY_DATA}|personal data)$`)],
  [
    'withdraw_consent',
    new RegExp(
      `^(?:(?:rut|rut lai|thu hoi|huy) (?:su )?(?:dong y|chap thuan|su dong y)(?: ${OWNER})?(?: (?:ve|cho) (?:xu ly |su dung )?${DATA}(?: ${OWNER})?)?|(?:dung|ngung|ngung viec|thoi|khong) (?:xu ly|su dung|dung) ${DATA}(?: ${OWNER})?)$`,
    ),
  ],
  [
    'withdraw_consent',
    new RegExp(
      `^(?:(?:withdraw|revoke)(?: my)? consent|(?:stop|do not|don t) (?:using|use|processing|process) ${MY_DATA})$`,
    ),
  ],
];
