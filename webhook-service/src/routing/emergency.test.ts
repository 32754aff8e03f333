import { describe, expect, it } from 'vitest';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import { detectEmergency } from './emergency.ts';

describe('an emergency is recognised, with the numbers to call', () => {
  it.each([
    ['Cháy nhà ở ngõ 40 Tạ Quang Bửu, khói mù mịt', 'fire', '114'],
    ['cháy rồi, lửa to lắm', 'fire', '114'],
    ['chay nha o ngo 40 roi, co nguoi ket tren tang 3', 'fire', '114'],
    ['chay roi cuu hoa gap', 'fire', '114'],
    ['Cháy lớn ở chợ, lửa lan sang nhà dân'.normalize('NFD'), 'fire', '114'],
    ['rò rỉ khí gas nồng nặc cả tòa nhà', 'fire', '114'],
    ['co be trai duoi nuoc o ho Linh Dam', 'drowning', '114'],
    ['Có người rơi xuống sông chỗ cầu Đuống', 'drowning', '114'],
    ['Giàn giáo đổ đè vào công nhân', 'collapse', '114'],
    ['dây điện đứt rơi xuống vũng nước', 'electric', '114'],
    ['tu dien ro dien giat chet con cho', 'electric', '114'],
    ['Vừa có tai nạn, hai người nằm chảy máu', 'accident', '115'],
    ['tai nan lien hoan co nguoi bi thuong nang', 'accident', '115'],
    ['đang đánh nhau cầm dao trước quán', 'violence', '113'],
    ['Hàng xóm đang đánh vợ', 'violence', '113'],
    ['cháu bé bị bố dượng bạo hành', 'child_abuse', '111'],
    ['bạn em nhắn là muốn tự tử', 'self_harm', '115'],
    ['Ông cụ ngất xỉu ngoài đường', 'medical', '115'],
    ['vỡ đê rồi nước dâng nhanh', 'disaster', '112'],
    ['cháu bé 4 tuổi mất tích từ chiều', 'disaster', '113'],
    ['hai xe máy vừa tông nhau, một người nằm im dưới đường', 'accident', '115'],
    ['có người đòi nhảy từ tầng 20 xuống', 'self_harm', '115'],
    ['mùi gas nồng nặc cả hành lang', 'fire', '114'],
    ['chung cu em dang chay, khoi len tang 12', 'fire', '114'],
    ['so nha 12 co be trai da roi xuong ho, de nghi cuu gap', 'drowning', '114'],
    ['day dien dut roi xuong duong dang phong tia lua', 'electric', '114'],
    ['There is a fire in the building next door', 'fire', '114'],
  ])('%s → %s, %s', (text, kind, number) => {
    const found = detectEmergency(text);
    expect(found?.kinds).toContain(kind);
    expect(found?.numbers).toContain(number);
  });
});

describe('words of danger that are no emergency', () => {
  it.each([
    'chay',
    'chạy xe ngược chiều trên vỉa hè',
    'xe tai chay qua nhanh trong ngo',
    'xe buyt dang chay thi dung dot ngot',
    'quan an chay chiem via he',
    'trà sữa cháy hàng mà bán giá cao',
    'cháy túi vì tiền gửi xe',
    'chay tui vi tien gui xe',
    'quán này hôm nào cũng cháy khách',
    'chợ cháy năm ngoái giờ chưa xây lại',
    'con cho nha doi dien xong ra can nguoi',
    'xe cấp cứu không vào được ngõ vì ô tô đỗ',
    'trẻ con hay tắm sông dễ đuối nước, đề nghị cắm biển',
    'vé concert cháy vé, bị phe vé lừa',
    'cả nhà ngập trong nợ vì tín dụng đen',
    'ngap trong no vi vay app',
    'Đề nghị kiểm tra công tác phòng cháy chữa cháy của quán karaoke',
    'binh chua chay het han tu nam 2022',
    'Chung cư mini không có lối thoát, nguy cơ cháy nổ cao',
    'xe máy để kín tầng một, cháy thì chạy đường nào',
    'chuông báo cháy kêu cả đêm không ai tắt',
    'bóng đèn đường trước nhà cháy hai tuần rồi chưa thay',
    'mùi nhựa cháy từ khu xưởng bay sang',
    'nắng cháy da mà trạm xe buýt không mái che',
    'ngã tư này hay xảy ra tai nạn, đề nghị lắp đèn',
    'nuoc chay trang xoa ra duong, vo ong nuoc',
    'nhan tin moi mua bat dong san suot ngay',
    'cho chay rong ngoai duong',
    'o ga to truoc so 12 pho Lang Ha, xe may nga lien tuc',
    'ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục',
    'hố ga mất nắp, sợ trẻ con rơi xuống cống',
    'Cây nghiêng sắp đổ, lo ngại đè vào người đi đường',
  ])('%s', (text) => expect(detectEmergency(text)).toBeNull());
});

describe('on the labelled samples', () => {
  const samples = loadSampleReports();

  it('all 24 emergencies are found', () => {
    const missed = samples.filter((sample) => sample.kind === 'emergency' && !detectEmergency(sample.text));
    expect(missed.map((sample) => sample.text)).toEqual([]);
  });

  it('at most 1 in 100 others raises a false alarm', () => {
    const others = samples.filter((sample) => sample.kind !== 'emergency');
    expect(others.filter((sample) => detectEmergency(sample.text)).length).toBeLessThanOrEqual(others.length / 100);
  });
});
