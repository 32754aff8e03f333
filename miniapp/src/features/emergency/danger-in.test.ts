import { describe, expect, it } from 'vitest';
// biome-ignore lint/style/noRestrictedImports: labelled sentences to measure by, no code of the service
import samples from '../../../../db/seed/data/sample-reports.jsonl?raw';
import { dangerIn } from './danger-in.ts';

describe('words of danger are met with the numbers to call', () => {
  it.each([
    ['Cháy nhà ở ngõ 40 Tạ Quang Bửu, khói mù mịt', '114'],
    ['cháy rồi, lửa to lắm', '114'],
    ['CHÁY LỚN ở chợ, lửa lan sang nhà dân'.normalize('NFD'), '114'],
    ['chay nha o ngo 40 roi', '114'],
    ['Hôm qua đã dập tắt rồi mà giờ đang cháy lại', '114'],
    ['There is a fire in the building next door', '114'],
    ['co be trai duoi nuoc o ho Linh Dam', '114'],
    ['Có người rơi xuống sông chỗ cầu Đuống', '114'],
    ['Giàn giáo đổ đè vào công nhân', '114'],
    ['dây điện đứt rơi xuống vũng nước', '114'],
    ['tủ điện bị rò điện', '114'],
    ['Vừa có tai nạn, hai người nằm chảy máu', '115'],
    ['tai nan co nguoi bi thuong nang', '115'],
    ['đang đánh nhau cầm dao trước quán', '113'],
    ['Hàng xóm đang đánh vợ', '113'],
    ['cháu bé bị bố dượng đánh suốt đêm', '111'],
    ['nghi có bạo hành trẻ em ở nhà trẻ', '111'],
    ['bạn em nhắn là muốn tự tử', '115'],
    ['ong cu ngat xiu ngoai duong', '115'],
    ['vỡ đê rồi nước dâng nhanh', '112'],
  ])('%s → %s', (text, number) => expect(dangerIn(text)).toContain(number));
});

describe('false friends call nobody', () => {
  it.each([
    '',
    'chay',
    'chạy xe ngược chiều trên vỉa hè',
    'xe tai chay qua nhanh trong ngo',
    'xe buyt dang chay thi dung dot ngot',
    'đám cháy đã dập tắt hôm qua, rác còn nguyên',
    'chợ cháy năm ngoái giờ chưa xây lại',
    'quán này hôm nào cũng đang cháy hàng',
    'cháy túi vì tiền gửi xe',
    'đèn đường đang cháy cả ban ngày',
    'chuông báo cháy kêu cả đêm',
    'Đề nghị kiểm tra công tác phòng cháy chữa cháy',
    'Chung cư mini không có lối thoát, nguy cơ cháy nhà cao',
    'nếu có cháy thì không chạy được',
    'trẻ con hay tắm sông dễ đuối nước, đề nghị cắm biển',
    'bị giật điện thoại ở ngã tư',
    'môi giới bất động sản dán tờ rơi',
    'ngã tư này hay có tai nạn, đề nghị lắp đèn',
    'Cây nghiêng sắp đổ, sợ đè vào người đi đường',
    'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục',
    'karaoke ồn muốn chết',
    'Trên mạng lan truyền tin vỡ đê',
  ])('%s', (text) => expect(dangerIn(text)).toEqual([]));
});

describe('on the labelled samples', () => {
  const rows = samples
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; kind: string });
  const shareOf = (all: typeof rows) => all.filter(({ text }) => dangerIn(text).length > 0).length / all.length;

  it('without a network four of five emergencies are still found', () => {
    expect(shareOf(rows.filter(({ kind }) => kind === 'emergency'))).toBeGreaterThanOrEqual(0.8);
  });

  it('at most 1 in 100 others raises a false alarm', () => {
    expect(shareOf(rows.filter(({ kind }) => kind !== 'emergency'))).toBeLessThanOrEqual(0.01);
  });
});
