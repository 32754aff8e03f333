/**
 * The signs, spelled with diacritics and without. Bare spelling needs more context: "chay" is cháy, chạy and chay, so
 * it alone never raises a fire alarm (domain-hanoi §3, language traps). Numbers are data: §2.4.
 */
import type { EmergencyNumber } from '../../../db/seed/categories.ts';
import { plain } from '../language/normalise.ts';

export interface Sign {
  kind:
    | 'fire'
    | 'drowning'
    | 'collapse'
    | 'electric'
    | 'accident'
    | 'violence'
    | 'child_abuse'
    | 'self_harm'
    | 'medical'
    | 'disaster';
  numbers: EmergencyNumber[];
  marked: RegExp;
  bare: RegExp;
  /** When this also matches, the sign does not count: it is over, or only feared. */
  unless?: { marked: RegExp; bare: RegExp };
}

/** Figures of speech, risks and inspections, cut out before looking for signs. */
export const harmless = {
  marked: [
    /cháy (da|khách|rạp|hàng|túi|vé|phố|phòng vé|giáo án|nắng|máy|ví|đơn|deal|sàn|show|bóng|đèn|hết mình|rực)/gu,
    /(phòng|chữa|báo|ngăn|dễ|chống|gây|sợ|lo|nguy cơ|khả năng|có thể|bình|chuông|lính|xe chữa|diễn tập|nếu|nhỡ|lỡ|mà|khi|kẻo|hay) (xảy ra )?(cháy|chập cháy)( nổ)?/gu,
    /(nguy cơ|tiềm ẩn|sợ|lo)[^,.!?]*cháy( nổ)?/gu,
    /bê tông/gu,
    /cháy (thì|là) [^,.!?]*/gu,
    /(là|phát) cháy/gu,
    /(bóng|đèn|nhựa|mùi|vật liệu)( \p{L}+){0,8} cháy(?! lan)/gu,
    /(sau|từng|đã|vụ|hậu quả) (vụ |có |xảy ra |bị )?cháy/gu,
    /ngập (trong|đầu|mặt|tràn) (nợ|tiếng|quảng cáo|cỏ|công việc|rác|hàng|việc)/gu,
    /(kiểm tra|công tác|quy định|thanh tra|hồ sơ|nghiệm thu|thiết bị) (về )?(phòng cháy|pccc)[^,.!?]*/gu,
    /(lừa|bán|đốt|chơi) (đảo|bóng|pháo)[^,.!?]*nổ/gu,
  ],
  bare: [
    /chay (da|khach|rap|hang|tui|ve|pho|phong ve|nang|may|vi|don|bong|den|xe|bo|thu|quang cao|an|ra|vao|qua|theo|vong|nhanh|cham|tron|truong|thi|rut|loan|re)(?!\p{L})/gu,
    /(?<!\p{L})(phong|chua|bao|ngan|de|chong|gay|so|lo|nguy co|binh|xe|neu|nho|ma|khi|keo|nuoc|an|do|mon|tau|tho) chay(?!\p{L})/gu,
    /(nguy co|tiem an)[^,.!?]*chay( no)?/gu,
    /be tong/gu,
    /(bong|den|mui|nhua)( \p{L}+){0,8} chay(?!\p{L})/gu,
    /ngap (trong|dau|mat|tran) (no|tieng|quang cao|co|cong viec|rac)/gu,
    /(sau|tung|da|vu) (vu |co |bi )?chay(?!\p{L})/gu,
  ],
};

const past = either(
  'hôm qua|hôm kia|hôm trước|tuần trước|tháng trước|tuần rồi|năm ngoái|đêm qua|tối qua|mấy hôm|đã dập|đã tắt',
);
const risk = either(
  'nguy cơ|lo ngại|đề phòng|phòng tránh|có thể (bị|gây|sập|đổ|rơi)|suýt|dễ (bị|gây|xảy|đuối|rơi|ngã|sập|đổ)|sợ (bị|sập|đổ|rơi|ngã|trẻ|có|xảy)|tránh (bị|để|xảy)|tập huấn|tuyên truyền|hay bị|hay tắm',
);

export const signs: readonly Sign[] = [
  {
    kind: 'fire',
    numbers: ['114'],
    marked: word(
      'cháy|hỏa hoạn|lửa (to|lớn|lan|bốc|bùng|ngùn ngụt|cháy|đang)|(bốc|phát|bén) lửa|phát nổ|nổ (bình )?(gas|ga|lớn)|rò (rỉ )?(khí )?gas|xì gas|mùi (khí )?gas (rất )?(nồng|mạnh)|nồng mùi gas|khói (đen )?(bốc|nghi ngút|mù mịt từ)|mắc kẹt trong đám cháy|fire|explosion|gas leak',
    ),
    bare: word(
      'chay (nha|xuong|kho|rung|can ho|chung cu|tang|cho|quan|cua hang|lon|to|du doi|roi|o to|lan|phong|ki ot|tram|cay xang|gara|bep)|boc chay|bung chay|hoa hoan|lua (to|lon|lan|boc|bung|ngun ngut|chay|dang)|(boc|phat|ben) lua|phat no|no binh ga|no binh gas|no gas|ro (ri )?(khi )?gas|xi gas|mui (khi )?gas (rat )?(nong|manh)|nong mui gas|dang chay[^.]{0,30} (khoi|lua)|khoi (den )?(boc|nghi ngut)|cuu hoa (gap|den)|fire|explosion|gas leak',
    ),
    unless: { marked: withoutNow(past.marked), bare: withoutNow(past.bare) },
  },
  sign(
    'drowning',
    ['114', '115'],
    'đuối nước|chết đuối|nhảy (cầu|sông|hồ)|rơi xuống (sông|hồ|nước|ao|mương|kênh|giếng|cống)|lao xuống (sông|hồ|ao|mương|kênh)|chới với|vùng vẫy dưới|bị nước cuốn|cuốn trôi|lật thuyền|chìm (thuyền|đò|tàu)|drowning|drowned',
    either(
      '(gạch|rác|đất|cành|kè)( [\\p{L}\\d]+){0,3} (rơi|sụt|lở) xuống|nguy cơ|sợ (bị|rơi|ngã|trẻ|có)|dễ (bị|đuối|rơi|ngã)|suýt|có thể (bị|rơi)|tránh (bị|để)|tập huấn|tuyên truyền|phòng chống',
    ),
  ),
  sign(
    'collapse',
    ['114', '115'],
    '(nhà|tường|công trình|giàn giáo|trần|cầu|mái|cần cẩu|tòa)( [\\p{L}\\d]+){0,3} (vừa |đang |bị )?(đổ|sập|sụp)( [\\p{L}\\d]+){0,3} (đè|vùi|người|mắc kẹt|kẹt|bị thương)|bị (vùi lấp|đè)|vùi lấp|người (bị )?(mắc )?kẹt|(mắc kẹt|bị kẹt|còn kẹt)( [\\p{L}\\d]+){0,2} (trong|dưới|trên)|sập (nhà|hầm|cầu)|kẹt trong (thang máy|cabin|xe|nhà|đống)|sạt lở[^.]{0,20}(vùi|người)|building collapse|trapped',
    risk,
  ),
  sign(
    'electric',
    ['114', '115'],
    '(bị )?điện giật|giật điện(?! thoại)|(rò|dò|hở) (rỉ )?điện|bị tê tay|điện rò|dây điện( [\\p{L}\\d]+){0,3} (đứt|rơi|rớt)|(đứt|rơi)( [\\p{L}\\d]+){0,3} dây điện|(tủ|hộp|hố) điện( [\\p{L}\\d]+){0,5} (mở|hở)|(tóe|toé|tóe|xẹt|bắn|phóng) (tia )?(lửa|điện)|chập (cháy )?điện|(trạm biến áp|biến áp|máy biến áp|trạm điện)( [\\p{L}\\d]+){0,3} nổ|nổ (trạm )?(biến áp|trạm điện|cột điện)|live wire|electric shock',
    either('nguy cơ|suýt|dễ chập|kẻo|phòng (tránh|ngừa)'),
  ),
  sign(
    'accident',
    ['115', '113'],
    '(vừa|mới|đang) (tông|đâm|va)( vào)? nhau|tông nhau|(nằm im|máu me|xe( [\\p{L}\\d]+){0,3} cán (người|chết|qua))|tai nạn( [\\p{L}\\d]+){0,14} (nằm|chảy máu|bị thương|bất động|bất tỉnh|ngất|kẹt|chết|tử vong|cấp cứu|nặng)|(vừa|đang|mới) (có |xảy ra |bị )?(vụ )?tai nạn|có tai nạn|(nằm|người) bất động(?! sản)|bị thương nặng|chảy máu nhiều|gãy (tay|chân)( [\\p{L}\\d]+){0,3} (nằm|gọi)|(container|ô tô|xe tải|xe khách|xe buýt|xe bồn)( [\\p{L}\\d]+){0,3} (lật|lao xuống|đâm vào|tông)|gọi (xe )?(cấp cứu|cứu thương)|tài xế (còn )?kẹt|bị (xe|ô tô)( [\\p{L}\\d]+){0,3} (đâm|tông|cán)|accident|hit and run|someone is injured|is bleeding',
    either(
      'hay xảy ra|thường xảy ra|thường xuyên|dễ gây|gây tai nạn|tránh tai nạn|nguy cơ|hay có tai nạn|nhiều vụ|mấy vụ|tiềm ẩn|suýt|sắp có|bảo hiểm|hôm qua|tuần trước|tháng trước|(cột|dải phân cách|biển báo|đèn|rào|gốc cây)( [\\p{L}\\d]+){0,8} (bị )?xe( [\\p{L}\\d]+){0,2} (đâm|tông)',
    ),
  ),
  sign(
    'violence',
    ['113'],
    '(cầm|vác|dùng|mang) (dao|kiếm|mã tấu|phóng lợn|gậy|súng|hung khí)|(đang|đuổi) (đánh|chém|đâm|bắn)( nhau| người| tôi| em)?|(chém|đâm|bắn) (nhau|người)|đuổi (nhau|chém)|có trộm đang|trộm đang|(trộm|cướp)( [\\p{L}\\d]+){0,3} (đang|vẫn còn)|đang (bị )?(cướp|giật|trộm|phá khóa|bẻ khóa|đột nhập)|đang (dọa|đe dọa) (giết|chém)|bắt cóc|đánh vợ|đánh chồng|bạo hành vợ|đánh đập|đánh nhau( [\\p{L}\\d]+){0,3} (đổ máu|vỡ đầu)|cứu (tôi|em|với|mạng)|kêu cứu|robbery in progress|stabbed|attacked|being beaten',
    either('hôm qua|tuần trước|tháng trước|nợ lương|công nhân|kêu cứu (lên|tới)|dân kêu cứu|tối qua'),
  ),
  sign(
    'child_abuse',
    ['111', '113'],
    '(trẻ|bé|cháu|con|học sinh)( [\\p{L}\\d]+){0,12} (bị )?(bạo hành|xâm hại|hiếp dâm|cha dượng đánh|mẹ kế đánh|bố đánh|mẹ đánh|đánh tím|đánh đập|dâm ô|sờ soạng|nhốt)|đánh( [\\p{L}\\d]+){0,3} (trẻ con|con nhỏ|trẻ em|em bé|đứa bé)|trẻ (con|em) kêu cứu|tím người|(xâm hại|bạo hành|lạm dụng) trẻ|bỏ rơi (trẻ|bé|em bé|con)|trẻ sơ sinh bị bỏ|child abuse',
    either('tuyên truyền|phòng chống|tập huấn|học bạ'),
  ),
  sign(
    'self_harm',
    ['115', '113'],
    'tự tử|tự sát|tự vẫn|tự hại|rạch tay|nhảy lầu|nhảy cầu|muốn chết|không muốn sống|uống thuốc (sâu|trừ sâu|chuột|diệt cỏ)|(dọa|đòi|định|sắp) nhảy|nhảy từ tầng|trên (thành|lan can) cầu( [\\p{L}\\d]+){0,3} nhảy|treo cổ|suicide|kill myself',
    either('dịch vụ|xem phim|muốn chết (vì|với)|nóng muốn chết|mệt muốn chết|ồn muốn chết'),
  ),
  sign(
    'medical',
    ['115'],
    'ngất xỉu|ngất (đi|rồi|lịm|trên|ở|giữa)|không thở|khó thở (quá|lắm|cấp|gấp)|ngừng (thở|tim)|đột quỵ|co giật|bất tỉnh|chưa tỉnh|tím tái|hôn mê|(nuốt|hóc)( phải)? (viên )?(pin|dị vật|xương|đồng xu)|hóc dị vật|sốc phản vệ|cấp cứu gấp|cần cấp cứu|gọi (xe )?cấp cứu|(đang|sắp) đẻ rơi|trở dạ|rắn cắn|bất động(?! sản)|heart attack|unconscious|not breathing|ambulance',
    either(
      'hôi( [\\p{L}\\d]+){0,3} không thở|thối( [\\p{L}\\d]+){0,3} không thở|phòng cấp cứu|khoa cấp cứu|bệnh viện thu|chi phí cấp cứu|khói( [\\p{L}\\d]+){0,5} khó thở|mùi( [\\p{L}\\d]+){0,8} khó thở|gây khó thở|bụi( [\\p{L}\\d]+){0,8} khó thở',
    ),
  ),
  sign(
    'disaster',
    ['112', '114'],
    'vỡ đê|lũ (quét|cuốn|về)|nước (dâng|lên|vào)( [\\p{L}\\d]+){0,4} (nhanh|giường|mái|tầng hai|cổ|nóc)|(mắc kẹt|cô lập)( [\\p{L}\\d]+){0,4} (lũ|nước|ngập)|cần (cứu hộ|thuyền|xuồng)|chuyển (người|bà|ông|cụ|bệnh nhân)( [\\p{L}\\d]+){0,3} ra( [\\p{L}\\d]+){0,2}( không)?$|(bom|mìn|đầu đạn|lựu đạn)( [\\p{L}\\d]+){0,3} (còn sót|chưa nổ|phát hiện)|nghi là (bom|mìn)|sập đê|lost child|missing child',
    either('tin (đồn )?vỡ đê|tin đồn|tin giả|lan truyền|nguy cơ|trên mạng'),
  ),
  sign(
    'disaster',
    ['113', '112'],
    '(mất tích|đi lạc|lạc mất|thất lạc)( [\\p{L}\\d]+){0,6} (bé|cháu|con|trẻ|cụ|mẹ|bố|ông|bà|em)|(bé|cháu|con|trẻ|cụ|mẹ|bố|ông|bà|em)( [\\p{L}\\d]+){0,8} (mất tích|bị lạc|đi lạc mất|mất liên lạc)',
    either('(con|chú|tìm) (chó|mèo)|giấy tờ|hồ sơ|ví tiền|sổ đỏ'),
  ),
];

/** A sign whose bare spelling is its marked spelling without the marks: its words stay clear without them. */
function sign(kind: Sign['kind'], numbers: EmergencyNumber[], pattern: string, unless: Sign['unless']): Sign {
  return { kind, numbers, marked: word(pattern), bare: word(bareSource(pattern)), ...(unless ? { unless } : {}) };
}

function either(pattern: string): { marked: RegExp; bare: RegExp } {
  return { marked: word(pattern), bare: word(bareSource(pattern)) };
}

/** Strips marks but keeps classes such as \p{L}, which lower-casing would break. */
function bareSource(pattern: string): string {
  return pattern
    .split('\\p{L}')
    .map((part) => plain(`|${part}|`.replaceAll(' ', '_')).replaceAll('_', ' ').slice(1, -1))
    .join('\\p{L}');
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'u');
}

/** The past does not count when the text also says that it goes on. */
function withoutNow(over: RegExp): RegExp {
  return new RegExp(`^(?!.*(?:đang|lan sang|dang lan|dang chay)).*${over.source}`, 'su');
}
