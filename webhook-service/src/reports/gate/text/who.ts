import { firstOf, phrases } from './phrases.ts';
import { type Reading, wordsOf } from './reading.ts';

/**
 * The body, team or person in office an answer names; null when it names nobody one could ask. "Lực lượng chức năng" and "các đơn vị liên quan"
 * are nobody, a team's name is somebody, and so is the agency's own name.
 */
export function whoIn(reading: Reading, agencyName: string): string | null {
  const own = ownName(reading, agencyName);
  if (own !== null) return own;
  const named = firstOf(BODIES, reading);
  if (named !== null) return named;
  return reading.unmarked ? null : (TEAM.exec(reading.marked)?.[0] ?? null);
}

/** Bodies that are one wherever they stand; of ambiguous words ("sở", "tổ", "phòng") only what they are with the word after them. */
const BODIES = phrases(`
  ubnd, ủy ban nhân dân, ủy ban, hđnd, công an, csgt, cảnh sát, pc07, pc08, thanh tra, kiểm lâm, quản lý thị trường, dân quân, bộ đội, biên phòng,
  chi nhánh, chi cục, trung tâm, công ty, tổng công ty, xí nghiệp, hợp tác xã, nhà thầu, điện lực, evn, evnhanoi, vnpt, viettel, fpt, urenco, hapulico, viwaco, hawacom, metro hà nội, transerco,
  bệnh viện, trạm y tế, trạm thú y, trạm xá, nhà trường, ban giám hiệu, hiệu trưởng, hiệu phó, ban quản lý, ban quản trị, ban duy tu, ban chỉ huy, ban đại diện, ban tiếp công dân, ban thanh tra nhân dân,
  hạt quản lý, hạt kiểm lâm, đoàn liên ngành, đoàn kiểm tra, đoàn thanh niên, đoàn công tác, hội phụ nữ, hội cựu chiến binh, mặt trận tổ quốc, chủ đầu tư, đơn vị thi công, đơn vị thoát nước, đơn vị vệ sinh,
  chủ tịch, phó chủ tịch, trưởng phòng, phó phòng, trưởng công an, đội trưởng, tổ trưởng, giám đốc, bí thư, chánh văn phòng, điều tra viên, kiểm tra viên, thanh tra viên, công nhân, thợ, bác sĩ, dược sĩ,
  cán bộ địa chính, cán bộ môi trường, cán bộ tư pháp, cán bộ văn hóa, cán bộ hạ tầng, cán bộ kỹ thuật, cán bộ một cửa, cán bộ trật tự, cán bộ hộ tịch, cán bộ y tế, cán bộ thuế, công chức địa chính, công chức tư pháp, nhân viên kỹ thuật, nhân viên vệ sinh, nhân viên thú y, kỹ sư,
  htx, bql, bqt, cty, xn, ktv, mttq, gđ, pgđ, tgđ, trưởng thôn, trưởng xóm, trưởng ban, trưởng khoa, kỹ thuật viên,
  bảo hiểm xã hội, kho bạc, văn phòng đăng ký, văn phòng hđnd, lãnh đạo phường, lãnh đạo xã, lãnh đạo sở, lãnh đạo ubnd, lãnh đạo bệnh viện, lãnh đạo công an, lãnh đạo trường, công chức bộ phận, cơ quan thuế, thuế cơ sở, ngân hàng, bưu điện, bộ tư lệnh, quân khu,
  đội csgt, đội quản lý, đội trật tự, đội thanh tra, đội thoát nước, đội cây xanh, đội duy tu, đội pccc, đội cứu hộ, đội sửa chữa, đội kỹ thuật, đội bắt chó, đội hạ tầng, đội công trình, đội vệ sinh,
  tổ công tác, tổ hạ tầng, tổ kỹ thuật, tổ liên ngành, tổ quản lý, tổ trật tự, tổ an toàn, tổ tuần tra, tổ trực, tổ vệ sinh, tổ môi trường, tổ bảo dưỡng, tổ sửa chữa, tổ an ninh, tổ hòa giải, tổ đô thị, tổ thú y, tổ dịch vụ,
  sở xây dựng, sở y tế, sở giáo dục, sở nông nghiệp, sở công thương, sở du lịch, sở văn hóa, sở nội vụ, sở tài chính, sở tư pháp, sở khoa học, sở quy hoạch,
  phòng kinh tế, phòng văn hóa, phòng hạ tầng, phòng cảnh sát, phòng giáo dục, phòng y tế, phòng quản lý, phòng đô thị, phòng tài nguyên, phòng nội vụ, phòng tư pháp, phòng kỹ thuật, phòng kinh doanh
`);

/** A team by any name ("đội 3", "tổ bảo vệ"), when the tones say that it is one: "tổ 8" and "tổ dân phố" are places, "tổ chức" is a verb. */
const TEAM =
  /(?<!\p{L})(?:(?:nhà\s)?trường\s(?:mầm non|mẫu giáo|tiểu học|thcs|thpt|trung học|đại học|cao đẳng)|đội\s(?!ngũ|hình)(?:(?:số )?\d+|\p{L}+)|tổ\s(?!chức|dân|số|quốc)\p{L}+|sở\s(?!hữu|tại|dĩ|thích)\p{L}+)/u;

/** In full, or a ward's committee by the ward's name alone ("phường Láng đã vá"), unless it is only where something was. */
function ownName({ plain }: Reading, agencyName: string): string | null {
  const name = wordsOf(agencyName).join(' ');
  if (name === '') return null;
  const said = ` ${wordsOf(plain).join(' ')} `;
  const short = name.replace(/^ubnd (?=(?:phuong|xa) )/u, '');
  const here = new RegExp(`(?<! (?:tai|o|thuoc|cua|tren|dia ban|khu vuc)) ${short} `, 'u');
  return said.includes(` ${name} `) || (short !== name && here.test(said)) ? agencyName : null;
}
