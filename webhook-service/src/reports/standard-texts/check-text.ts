/** What a standard text must keep to (domain-hanoi §6.2): the tone is checked when it is saved, not each time it is used. */
import { category, categoryGroups } from '../../../../db/seed/categories.ts';
import { AppError } from '../../errors.ts';
import { tidy } from '../../language/normalise.ts';
import { MAX_MESSAGE_LENGTH } from '../../notifications/message-length.ts';
import { unfilledPlaceholders } from './fill.ts';
import { neededInAnswers, placeholderName, type TextPurpose } from './purposes.ts';

export interface TextInput {
  name: string;
  /** Category, category group, or null for all. */
  categoryCode: string | null;
  purpose: TextPurpose;
  body: string;
}

/**
 * The input as it is to be stored.
 * @throws AppError 422 `text_name_missing`, `text_category_unknown`, `text_empty`, `text_too_long`, `text_placeholder_unknown`,
 * `text_placeholder_broken`, `text_answer_incomplete`, `text_tone`.
 */
export function checkText(input: TextInput): TextInput {
  const name = tidy(input.name);
  const body = tidy(input.body);
  if (name === '') throw invalid('text_name_missing', 'Hãy đặt tên cho mẫu.');
  if (input.categoryCode !== null && !isCategoryOrGroup(input.categoryCode)) {
    throw invalid('text_category_unknown', 'Không có lĩnh vực hoặc nhóm lĩnh vực này.');
  }
  if (body === '') throw invalid('text_empty', 'Mẫu chưa có nội dung.');
  if ([...body].length > MAX_MESSAGE_LENGTH) {
    throw invalid('text_too_long', `Mẫu dài quá ${MAX_MESSAGE_LENGTH} ký tự, người dân khó đọc hết.`);
  }
  checkPlaceholders(body, input.purpose);
  for (const { wrong, detail } of TONE) if (wrong.test(body)) throw invalid('text_tone', detail);
  return { name, categoryCode: input.categoryCode, purpose: input.purpose, body };
}

function checkPlaceholders(body: string, purpose: TextPurpose): void {
  const used = unfilledPlaceholders(body);
  const unknown = used.find((placeholder) => placeholderName(placeholder) === undefined);
  if (unknown !== undefined) {
    throw invalid('text_placeholder_unknown', `Không có chỗ điền {${unknown}}. Hãy chọn trong danh sách.`);
  }
  if (/[{}]/u.test(body.replace(/\{[A-Za-z]+\}/gu, ''))) {
    throw invalid('text_placeholder_broken', 'Dấu ngoặc nhọn chưa đủ cặp hoặc viết sai, ví dụ đúng: {found}.');
  }
  const lacking = purpose === 'answer' ? neededInAnswers.filter((needed) => !used.includes(needed)) : [];
  if (lacking.length > 0) {
    const names = lacking.map((placeholder) => `${placeholderName(placeholder)} {${placeholder}}`).join(', ');
    throw invalid('text_answer_incomplete', `Mẫu trả lời phải có chỗ điền: ${names}.`);
  }
}

/** Rules 4, 5 and 10 of §6.2. */
const TONE: readonly { wrong: RegExp; detail: string }[] = [
  { wrong: /[!]/u, detail: 'Không dùng dấu chấm than trong văn bản gửi người dân.' },
  { wrong: /\p{Extended_Pictographic}/u, detail: 'Không dùng biểu tượng cảm xúc trong văn bản của đơn vị.' },
  {
    wrong: /(?<!\p{L})(?:PAKN|TTHC|CBCC|ticket)(?!\p{L})/u,
    detail: 'Không dùng từ nội bộ hoặc chữ viết tắt (PAKN, TTHC, CBCC); hãy viết đầy đủ.',
  },
  {
    wrong: /do (?:ông\/bà|người dân|bạn) không/iu,
    detail: 'Không đổ lỗi cho người dân. Hãy viết: “Để xử lý nhanh hơn, xin bổ sung …”.',
  },
];

function isCategoryOrGroup(code: string): boolean {
  return category(code) !== undefined || categoryGroups.some((group) => group.code === code);
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
