/** What an answer must not say: blame, personal data, an accusation as fact (domain-hanoi §6.2.5 and §6.2.7). */
import { firstOf, phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

/** Words that put it on the citizen; null when there are none. */
export function blameIn(reading: Reading): string | null {
  return firstOf(BLAME, reading);
}

/** A mobile number, an identity number or a number plate; null when there is none. A hotline is no personal data. */
export function personalDataIn({ typed }: Reading): 'phone' | 'identity' | 'plate' | null {
  for (const match of typed.matchAll(MOBILE)) if (!HOTLINE.test(typed.slice(0, match.index))) return 'phone';
  if (IDENTITY.test(typed)) return 'identity';
  return PLATE.test(typed) ? 'plate' : null;
}

/** A third person's name; null when there is none. Officials with their office, streets and schools are no third persons. */
export function personNamedIn({ typed }: Reading): string | null {
  for (const match of typed.matchAll(PERSON)) {
    const before = typed.slice(0, match.index);
    if (!PLACE_BEFORE.test(before) && !OFFICE_BEFORE.test(before) && !OFFICE_AFTER.test(typed.slice(match.index))) {
      return match[0].trim();
    }
  }
  return null;
}

/** Words that call somebody guilty; null when there are none. "Hành vi vi phạm" and "biên bản vi phạm" are terms of law and may stand. */
export function accusationIn(reading: Reading): string | null {
  const { marked, plain, unmarked } = reading;
  return firstOf(GUILTY, reading) ?? (unmarked ? OFFENDER_PLAIN.exec(plain) : OFFENDER.exec(marked))?.[0] ?? null;
}

const BLAME = phrases(`
  do ông/bà không, do ông bà không, do ông/bà chưa, do công dân không, do người dân không cung cấp, do người phản ánh không, do ông/bà cung cấp, lỗi của người phản ánh, lỗi của ông/bà, lỗi do ông/bà,
  lỗi của công dân, lỗi của người dân, phản ánh sai sự thật, phản ánh không đúng sự thật, phản ánh không chính xác, phản ánh vô căn cứ, đề nghị ông/bà không phản ánh, đề nghị không phản ánh, không nên phản ánh,
  ông/bà tự chịu, tự chịu trách nhiệm, ông/bà phải tự, do ý thức của ông/bà, do ý thức người dân kém, ý thức người dân kém, do người dân thiếu ý thức, người dân thiếu ý thức, dân trí thấp, thắc mắc vô lý, đòi hỏi vô lý
`);

const GUILTY = phrases(`
  kẻ trộm, tên trộm, kẻ cắp, tên cướp, kẻ cướp, kẻ gian, kẻ xấu, thủ phạm, con nghiện, tội phạm là, bọn trộm, bọn cướp, đối tượng phạm tội, lừa đảo là, chây ì, cố tình vi phạm, ngoan cố
`);

/** Who is called an offender; a vehicle or a building is nobody. */
const OFFENDER =
  /(?<!\p{L})(?:hộ|chủ hộ|gia đình|nhà|chủ nhà|người|đối tượng|ông|bà|anh|chị|chủ cơ sở|chủ quán|chủ xưởng)(?:\s(?!bị|có|đã|biên)\p{L}+){0,2}\svi phạm(?!\p{L})/u;
const OFFENDER_PLAIN =
  /(?<!\p{L})(?:ho|chu ho|gia dinh|chu nha|nguoi|doi tuong|chu co so|chu quan|chu xuong)(?:\s(?!bi|co|da|bien)\p{L}+){0,2}\svi pham(?!\p{L})/u;

const MOBILE =
  /(?<![\d.])(?:\+?84[ .-]?|0)[35789](?:\d{8}|\d{2}[ .-]\d{3}[ .-]\d{3}|\d[ .-]\d{3}[ .-]\d{4}|[ .-]\d{4}[ .-]\d{4}|\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2})(?!\d)/gu;
const HOTLINE = /(?:đường dây nóng|hotline|tổng đài|trực ban|số trực|zalo oa)[^.;]{0,40}$/iu;
const IDENTITY = /(?<!\d)0\d{11}(?!\d)|(?:cccd|cmnd|căn cước|định danh|cmt)[^\d\n]{0,30}\d{9,12}(?!\d)/iu;
const PLATE = /(?<![\p{L}\d])\d{2}\s?-?\s?[A-ZĐ](?:[A-Z]|\d)?\s?[-–. ]\s?\d{3}[. ]?\d{1,2}(?!\d)/u;

const PERSON =
  /(?<![\p{L}/])(?:ông|bà|anh|chị|cháu|em|hộ|Ông|Bà|Anh|Chị|chủ nhà|chủ hộ|chủ quán|lái xe|tài xế|bác sĩ|cô|thầy)\s(?:\p{Lu}\p{Ll}+\s){1,3}\p{Lu}\p{Ll}*(?!\p{L})/gu;
const PLACE_BEFORE =
  /(?:phố|đường|trường|phường|chợ|ngõ|ngách|đền|chùa|cầu|công viên|vườn hoa|Phố|Đường|Hai|bệnh viện)\s$/u;
const OFFICE_BEFORE =
  /(?:đồng chí|Chủ tịch|chủ tịch|Trưởng|trưởng|Giám đốc|giám đốc|Bí thư|phó|Phó|cán bộ|Cán bộ|chuyên viên|thanh tra viên|công chức)[^.;]{0,40}$/u;
const OFFICE_AFTER =
  /^(?:\p{L}+\s){2,5}\p{L}+\s?[-–,(]\s?(?:Phó|phó|Trưởng|trưởng|Chủ tịch|chủ tịch|Giám đốc|giám đốc|Bí thư|bí thư|Hiệu|hiệu|cán bộ|Cán bộ|Đội|đội|tổ|Tổ|công chức|Công chức|chuyên viên|Chuyên viên|thanh tra|Thanh tra|kỹ sư|Kỹ sư)/u;
