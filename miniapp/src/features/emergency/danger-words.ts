/**
 * Words that mean somebody is in danger now, for a phone without a network: a small list of whole phrases. The service reads far
 * more (and decides what is told to the chat); its patterns need look-behind, which Safari before 16.4 does not have.
 * Numbers and kinds: domain-hanoi §2.4.
 */

export type EmergencyNumber = '111' | '112' | '113' | '114' | '115';

export interface Danger {
  /** Whom to call, most fitting first. */
  numbers: readonly EmergencyNumber[];
  /** Phrases as they are spelled; without marks they mean the same, unless `bare` says otherwise. */
  words: readonly string[];
  /** Phrases that stay clear without diacritics, where `words` would not. */
  bare?: readonly string[];
  english: readonly string[];
  /** With one of these the words speak of the past, or of what is only feared. */
  unless?: readonly string[];
}

const list = (phrases: string): readonly string[] => phrases.split('|').map((phrase) => phrase.trim());

const past = list('hôm qua|hôm kia|hôm trước|tuần trước|tuần rồi|tháng trước|năm ngoái|đêm qua|tối qua|đã dập|dập tắt');
const feared = list(
  `nguy cơ|lo ngại|đề phòng|phòng tránh|phòng chống|có thể|suýt|dễ|sợ bị|sợ đổ|sợ đè|sợ rơi|sợ cháy|sợ sập|sợ trẻ|kẻo|tránh
  |tập huấn|tuyên truyền|hay bị|hay tắm|nếu|khi có`,
);

/** Cut out before looking: figures of speech, and things that burn or fall without harm. */
export const harmless = list(
  `đèn đang cháy|đèn đường đang cháy|bóng đang cháy|đang cháy hàng|đang cháy vé|đang cháy khách|đang cháy túi|giật điện thoại|bất động sản
  |mệt muốn chết|nóng muốn chết|ồn muốn chết|hôi không thở|thối không thở|phòng cấp cứu|khoa cấp cứu|phòng cháy|báo cháy`,
);

/** What makes a fire of the past one of the present. */
export const stillGoingOn = list('đang cháy|cháy lại|đang lan|lan sang');

export const dangers: readonly Danger[] = [
  {
    numbers: ['114'],
    words: list(
      `cháy nhà|cháy rồi|cháy lớn|cháy to|đang cháy|đang có cháy|có cháy|có đám cháy|cháy xưởng|cháy rừng|cháy kho|cháy chợ
      |cháy chung cư|cháy căn hộ|cháy quán|cháy xe|bốc cháy|bùng cháy|phát hỏa|phát hoả|hỏa hoạn|hoả hoạn|lửa to|lửa lớn
      |lửa lan|lửa đang|bốc lửa|khói đen bốc|nổ bình gas|nổ bình ga|nổ gas|phát nổ|rò gas|rò rỉ gas|rò rỉ khí gas|xì gas
      |mùi gas nồng|nồng mùi gas|mùi gas rất nồng|trong đám cháy`,
    ),
    // "chay" is cháy, chạy and chay: it counts only beside what can burn and does not run.
    bare: list(
      `chay nha|chay nha tro|chay xuong|chay rung|chay kho hang|chay chung cu|chay can ho|chay lon|boc chay|bung chay|hoa hoan
      |nha dang chay|chung cu dang chay|lua to|lua lon|lua lan|lua dang|boc lua|khoi den boc|cuu hoa|no binh gas|no binh ga|no gas
      |phat no|ro gas|ro ri gas|ro ri khi gas|xi gas|mui gas nong|nong mui gas`,
    ),
    english: list('fire in|on fire|a fire|is burning|explosion|gas leak'),
    unless: [...past, ...feared],
  },
  {
    numbers: ['114', '115'],
    words: list(
      `đuối nước|chết đuối|nhảy cầu|rơi xuống sông|rơi xuống hồ|rơi xuống ao|rơi xuống nước|rơi xuống kênh|rơi xuống cống
      |ngã xuống sông|ngã xuống hồ|lao xuống sông|lao xuống hồ|chới với|nước cuốn|cuốn trôi|lật thuyền`,
    ),
    english: list('drowning|drowned|fell into the lake|fell into the river'),
    unless: [...past, ...feared, 'gạch', 'rác', 'cành'],
  },
  {
    numbers: ['114', '115'],
    words: list(
      `sập nhà|nhà sập|nhà bị sập|nhà vừa sập|sập tường|tường sập|sập giàn giáo|giàn giáo sập|giàn giáo đổ|sập trần|trần sập
      |sập cầu|sập hầm|vùi lấp|bị đè|đè vào người|đè trúng người|đè người|người mắc kẹt|bị mắc kẹt|mắc kẹt trên|còn kẹt
      |kẹt trong`,
    ),
    english: list('collapsed|trapped'),
    unless: [...past, ...feared],
  },
  {
    numbers: ['114', '115'],
    words: list(
      `rò điện|rò rỉ điện|hở điện|điện giật|giật điện|chập điện|chập cháy điện|dây điện đứt|đứt dây điện|dây điện rơi|tóe lửa
      |toé lửa|xẹt lửa|xẹt điện|biến áp nổ|nổ biến áp`,
    ),
    // "ho dien" may be hố điện, which can be merely open.
    bare: list(
      `ro dien|ro ri dien|dien giat|giat dien|chap dien|chap chay dien|day dien dut|dut day dien|day dien roi|toe lua|xet lua
      |xet dien|bien ap no|no bien ap`,
    ),
    english: list('electric shock|live wire|electrocuted'),
    unless: [...past, ...feared],
  },
  {
    numbers: ['115', '113'],
    words: list(
      `bị thương|chảy máu|bất động|nằm im|tông nhau|đâm nhau|vừa tai nạn|vừa có tai nạn|đang có tai nạn|có tai nạn|vừa bị tông
      |gọi cấp cứu|gọi cứu thương|gọi xe cấp cứu`,
    ),
    english: list('injured|bleeding|accident|hit and run'),
    unless: [...past, ...feared, ...list('hay có tai nạn|thường có tai nạn|nhiều vụ|bảo hiểm|thường xuyên')],
  },
  {
    numbers: ['113'],
    words: list(
      `cầm dao|cầm kiếm|cầm súng|mang dao|vác dao|đang đánh nhau|đang đánh người|đang đánh vợ|đánh vợ|đang bị đánh|đuổi chém
      |đuổi đánh|chém nhau|chém người|đâm người|đang cướp|bị cướp|đang trộm|trộm đang|đang đột nhập|bắt cóc|kêu cứu|cứu tôi
      |cứu với|đang đe dọa giết|dọa giết`,
    ),
    english: list('stabbed|attacked|being beaten|robbery|kidnapped'),
    unless: past,
  },
  {
    numbers: ['111', '113'],
    words: list(
      `bạo hành trẻ|xâm hại trẻ|đánh trẻ em|đánh con nhỏ|trẻ em bị đánh|trẻ bị bạo hành|bé bị bạo hành|cháu bị bạo hành
      |bị xâm hại|bị hiếp dâm|dâm ô|bỏ rơi trẻ|trẻ bị bỏ rơi|trẻ con kêu cứu|trẻ em kêu cứu|cha dượng đánh|bố dượng đánh
      |bố dượng bạo hành|mẹ kế đánh|đánh tím người|đánh đập con`,
    ),
    english: list('child abuse|beating a child|abused child'),
    unless: list('tuyên truyền|phòng chống|tập huấn'),
  },
  {
    numbers: ['115', '113'],
    words: list(
      `tự tử|tự sát|tự vẫn|tự hại|muốn chết|không muốn sống|nhảy lầu|rạch tay|uống thuốc sâu|uống thuốc trừ sâu|treo cổ
      |đòi nhảy|dọa nhảy|doạ nhảy`,
    ),
    english: list('suicide|kill myself|kill himself|kill herself|self harm'),
  },
  {
    numbers: ['115'],
    words: list(
      `ngất xỉu|bất tỉnh|không thở|ngừng thở|ngừng tim|đột quỵ|co giật|tím tái|hôn mê|cần cấp cứu|cấp cứu gấp|chưa tỉnh`,
    ),
    english: list('unconscious|not breathing|heart attack|ambulance'),
    unless: past,
  },
  {
    numbers: ['112', '114'],
    words: list('vỡ đê|lũ quét|lũ cuốn|nước dâng nhanh|bị cô lập'),
    english: list('dyke broke|flash flood'),
    unless: [...feared, ...list('tin|tin đồn|tin giả')],
  },
];
