/** Teencode and abbreviations, written out (domain-hanoi §3, language traps). */
import { canonical } from './normalise.ts';

/**
 * Writes out what people abbreviate: "đg ngập r ko đi đc" → "đường ngập rồi không đi được". Gives canonical
 * (lower-case) text. Words that mean two things are left alone unless the next word decides.
 */
export function expandAbbreviations(text: string): string {
  return canonical(canonical(withPlaceInitials(text.normalize('NFC'))).replace(WORD, unstretched))
    .replace(/(?<!\p{L})(ngã|nga)\s*([345])(?![\p{L}\d])/gu, (_, word: string, digit: string) => {
      return `${word} ${JUNCTION[digit] ?? digit}`;
    })
    .replace(/(?<![\p{L}\d])(tx|tt|[pqxh])\s*\.\s*(?=\p{L})/gu, (_, unit: string) => `${UNIT_WORDS[unit] ?? unit} `)
    .replace(WORD, (word) => SHORT_FORMS.get(word) ?? word);
}

const WORD = /[\p{L}\d]+/gu;
const JUNCTION: Record<string, string> = { '3': 'ba', '4': 'tư', '5': 'năm' };
const UNIT_WORDS: Record<string, string> = {
  p: 'phường',
  q: 'quận',
  x: 'xã',
  h: 'huyện',
  tx: 'thị xã',
  tt: 'thị trấn',
};

/** Streets and districts known by their initials; capitals only, "hđ" is also hợp đồng and "tx" is also thị xã. */
function withPlaceInitials(text: string): string {
  return text.replace(
    /(?<!\p{L})(HQV|HBT|HĐ|NTL|BTL|TX|HN)(?![\p{L}.])/gu,
    (initials) => PLACE_INITIALS[initials] ?? initials,
  );
}

const PLACE_INITIALS: Record<string, string> = {
  HQV: 'Hoàng Quốc Việt',
  HBT: 'Hai Bà Trưng',
  HĐ: 'Hà Đông',
  NTL: 'Nam Từ Liêm',
  BTL: 'Bắc Từ Liêm',
  TX: 'Thanh Xuân',
  HN: 'Hà Nội',
};

/** "lâuuuu" → "lâu": letters do not come three in a row in Vietnamese. "kkk" is laughter, not "không". */
function unstretched(word: string): string {
  const short = word.replace(/(\p{L})\1{2,}/gu, '$1');
  return short.length > 1 ? short : word;
}

/** One entry per meaning: the full form, then its short forms. `ca` (công an, but also "ca đêm") is left alone. */
const SHORT_FORMS = new Map(
  `
  không: k ko kh hok hong hông kg k0
  rồi: r ròi rùi
  được: đc dc đk đươc
  em: e
  anh: a
  chị: c
  đường: đg
  nước: nc lước
  bao nhiêu: bn
  với: vs zới
  trước: trc trk
  người: ng ngừi
  người ta: ngta nta
  mọi người: mn mng
  gì: j ji
  vậy: v z zậy
  quá: wa qá
  luôn: lun
  thế nào: ntn
  biết: bít bik
  thôi: thui
  bao giờ: bh
  bây giờ: bjo
  cũng: cug cx
  trong: trg
  những: nhg
  nhà: nhak
  xe máy: xm
  ô tô: oto otô
  công an phường: cap
  cảnh sát giao thông: csgt
  bất động sản: bđs bds
  phòng cháy chữa cháy: pccc
  ủy ban nhân dân: ubnd
  ủy ban: ub
  tổ dân phố: tdp
  khu đô thị: kđt kdt
  khu công nghiệp: kcn
  chung cư: ccư
  ban quản trị: bqt
  ban quản lý: bql
  bảo hiểm y tế: bhyt
  bảo hiểm xã hội: bhxh
  bảo hiểm thất nghiệp: bhtn
  nhà ở xã hội: noxh
  học sinh: hs
  giáo viên: gv
  phụ huynh: ph
  văn phòng: vp
  đăng ký đất đai: đkđđ dkdd
  giải phóng mặt bằng: gpmb
  vệ sinh an toàn thực phẩm: vsattp attp
  dịch vụ công: dvc
  thủ tục hành chính: tthc
  giấy phép xây dựng: gpxd
  bệnh viện: bv
  kết quả: kq
  điện thoại: đt
  số điện thoại: sđt sdt
  facebook: fb
  nhắn tin: ib inbox
  mạng: mag
  việt nam: vn
  hà nội: hnoi
  trả lời: tl
  thông tin: ttin
  gia đình: gđ
  hàng xóm: hx
  `
    .split('\n')
    .filter((line) => line.includes(':'))
    .flatMap((line) => {
      const [full = '', forms = ''] = line.split(':');
      return forms
        .trim()
        .split(' ')
        .map((form): [string, string] => [form, full.trim()]);
    }),
);
