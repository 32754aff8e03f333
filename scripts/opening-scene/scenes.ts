import type { Subject } from './drawings.ts';

/** One invented citizen with one report, told in the order in which this person happens to send things. */
export interface Scene {
  citizen: string;
  acts: SceneAct[];
}

export type SceneAct =
  | { send: 'text'; text: string }
  | { send: 'photos'; subjects: Subject[] }
  | { send: 'pin'; latitude: number; longitude: number };

const text = (words: string): SceneAct => ({ send: 'text', text: words });
const photos = (...subjects: Subject[]): SceneAct => ({ send: 'photos', subjects });
const pin = (latitude: number, longitude: number): SceneAct => ({ send: 'pin', latitude, longitude });

/**
 * Names and reports are invented; the places are real and lie all over the city, from the old quarter to the communes.
 * Some send the photo first, some the words, some only say where it is, one writes without diacritics and one in English.
 */
export const SCENES: Scene[] = [
  {
    citizen: 'Trần Văn Bình',
    acts: [
      text('Rác ở đầu ngõ 106 Hoàng Quốc Việt ba ngày rồi không ai thu, ruồi nhặng bay vào tận nhà.'),
      photos('garbage'),
      pin(21.0461, 105.7937),
    ],
  },
  {
    citizen: 'Lê Minh Châu',
    acts: [
      pin(21.0031, 105.8206),
      photos('manhole'),
      text(
        'Mất nắp cống ngay giữa ngõ 211 Khương Trung, bà con phải cắm tạm cành cây vào cho người ta biết. Nguy hiểm lắm!',
      ),
    ],
  },
  {
    citizen: 'Phạm Quốc Khánh',
    acts: [
      photos('fallenTree', 'fallenTree'),
      text(
        'Sau cơn dông tối qua một cây phượng bật gốc trên phố Lý Thường Kiệt, chắn toàn bộ làn đường, đề nghị cắt dọn.',
      ),
      pin(21.0239, 105.8494),
    ],
  },
  {
    citizen: 'Hoàng Thị Lan',
    acts: [
      text(
        'den duong ngo 12 duong Linh Nam, phuong Vinh Hung hong ca doan 200m, toi den toi om, phu nu di lam ca ve rat so',
      ),
      photos('darkLamp'),
      pin(20.9907, 105.8812),
    ],
  },
  {
    citizen: 'Đỗ Đức Anh',
    acts: [
      photos('flood', 'flood'),
      pin(21.0305, 105.7747),
      text('Miệng cống đầu phố Thiên Hiền bị rác bịt kín, mưa nhỏ là nước đọng kín vỉa hè, mong cho nạo vét cống.'),
    ],
  },
  {
    citizen: 'Vũ Ngọc Mai',
    acts: [
      text(
        'Phản ánh tình trạng đổ trộm phế thải xây dựng dọc đường gom Đại lộ Thăng Long (đoạn qua xã An Khánh), thường từ 22h đến 2h.',
      ),
      pin(20.9997, 105.7203),
      photos('rubble', 'rubble'),
    ],
  },
  {
    citizen: 'Bùi Thanh Tùng',
    acts: [
      photos('garbage', 'garbage'),
      text('Bãi rác tự phát cạnh khu dân cư Mậu Lương cả tuần chưa ai thu gom, mùi hôi bay vào nhà.'),
      pin(20.9551, 105.7917),
    ],
  },
  {
    citizen: 'Ngô Phương Thảo',
    acts: [
      photos('cables', 'cables'),
      pin(21.0197, 105.8352),
      text(
        'Đề nghị bó gọn, thanh thải búi cáp viễn thông võng thấp tại phố Khâm Thiên, nguy cơ mất an toàn và cháy nổ.',
      ),
    ],
  },
  {
    citizen: 'Daniel Carter',
    acts: [
      photos('pavement'),
      pin(21.0338, 105.8497),
      text(
        'Hello, shops on Hang Ma street sell goods on the pavement, the sidewalk is blocked and we walk in the traffic with a stroller.',
      ),
    ],
  },
  {
    citizen: 'Đặng Văn Sơn',
    acts: [
      text('Vỡ ống nước to phun cao mấy mét ở ngã ba Tam Trinh, nước sạch chảy phí quá.'),
      photos('burstPipe'),
      pin(20.9902, 105.8632),
    ],
  },
  {
    // No pin: where it is stands in the words only.
    citizen: 'Nguyễn Hữu Phúc',
    acts: [
      photos('pavement'),
      text(
        'Vỉa hè trước chợ Phú Đô, phường Từ Liêm bị hàng quán lấn chiếm bán hàng, người đi bộ phải xuống lòng đường.',
      ),
    ],
  },
  // Last, so that the simulator opens on a chat that went all the way.
  {
    citizen: 'Nguyễn Thu Hà',
    acts: [
      photos('pothole', 'pothole'),
      pin(21.0268, 105.7958),
      text(
        'Mặt đường Nguyễn Khang đoạn gần cầu 361 xuất hiện nhiều ổ gà lớn, xe máy đi buổi tối rất dễ ngã. Đề nghị sớm cho vá lại.',
      ),
    ],
  },
];
