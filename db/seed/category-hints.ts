/**
 * What to write and photograph, in one sentence, and how somebody might put it: per group, and per category where that helps
 * more. Written by us; the examples are invented. A report with what is asked for here is rarely asked about (domain-hanoi §3).
 */
import { category } from './categories.ts';

export interface CategoryHint {
  /** What to write and photograph. */
  hint: string;
  /** A report as somebody might write it. */
  example: string;
}

type InBothLanguages = Readonly<Record<'vi' | 'en', CategoryHint>>;

const hint = (vi: readonly [string, string], en: readonly [string, string]): InBothLanguages => ({
  vi: { hint: vi[0], example: vi[1] },
  en: { hint: en[0], example: en[1] },
});

const ofGroups: Readonly<Record<string, InBothLanguages>> = {
  GT: hint(
    [
      'Chụp toàn cảnh đoạn đường và chụp gần chỗ hỏng; ghi tên đường, số nhà gần nhất.',
      'Ổ gà sâu trước số 12 phố Láng Hạ, xe máy hay ngã.',
    ],
    [
      'Photograph the stretch of road and the damage close up; give the street and the nearest house number.',
      'Deep pothole outside 12 Láng Hạ street, motorbikes keep falling.',
    ],
  ),
  DT: hint(
    [
      'Chụp chỗ bị lấn chiếm, ghi giờ thường xảy ra và đoạn từ số nào đến số nào.',
      'Quán nước bày bàn kín vỉa hè từ số 5 đến số 15 mỗi tối sau 18 giờ.',
    ],
    [
      'Photograph what is blocked; say at what hours it happens and from which house number to which.',
      'A café fills the pavement with tables from no. 5 to no. 15 every evening after six.',
    ],
  ),
  MT: hint(
    [
      'Chụp nguồn gây bẩn hoặc gây ồn, ghi đã kéo dài bao lâu và giờ nào nặng nhất.',
      'Rác ở đầu ngõ ba ngày chưa có xe đến thu, bốc mùi.',
    ],
    [
      'Photograph where the dirt or noise comes from; say for how long and at what hours it is worst.',
      'Rubbish at the head of the alley has not been collected for three days and smells.',
    ],
  ),
  TN: hint(
    [
      'Chụp mực nước so với vỉa hè hoặc bánh xe, ghi nước ngập từ lúc nào. Đừng lội vào chỗ sâu để chụp.',
      'Ngập ngang bánh xe máy cả đoạn phố từ 7 giờ sáng, nước chưa rút.',
    ],
    [
      'Photograph the water against a kerb or wheel and say since when. Do not wade in for the photo.',
      'Water up to motorbike wheels along the whole street since 7 a.m., not going down.',
    ],
  ),
  CX: hint(
    [
      'Chụp cả cây và gốc cây, ghi cây nghiêng về phía nào, có dây điện hay lối đi bên dưới không.',
      'Cây bàng trước cổng trường nghiêng ra đường, gốc đã rỗng.',
    ],
    [
      'Photograph the whole tree and its foot; say which way it leans and whether wires or a path lie below.',
      'The tree at the school gate leans over the road and its trunk is hollow.',
    ],
  ),
  CS: hint(
    [
      'Ghi số hiệu ghi trên cột nếu thấy, đoạn nào tối hoặc mất điện. Tránh xa dây đứt, không chạm vào.',
      'Ba đèn đường liền nhau trong ngõ tắt hai tuần nay, tối không nhìn thấy lối.',
    ],
    [
      'Give the number painted on the pole and which stretch is affected. Keep away from broken wires.',
      'Three street lights in a row have been out for two weeks, one cannot see the way.',
    ],
  ),
  NS: hint(
    [
      'Ghi mất nước hay nước đục từ lúc nào, một nhà hay cả khu; chụp cốc nước hoặc chỗ rò.',
      'Cả tòa nhà mất nước từ tối qua, gọi tổng đài chưa có người đến.',
    ],
    [
      'Say since when, and whether one home or the whole area; photograph a glass of the water or the leak.',
      'No water in the whole building since last night, nobody has come yet.',
    ],
  ),
  AN: hint(
    [
      'Việc đang xảy ra: gọi 113 trước. Ghi nơi, giờ thường xảy ra; không tự đến gần để chụp.',
      'Tối nào sau 22 giờ cũng có nhóm tụ tập gây rối ở đầu ngõ.',
    ],
    [
      'If it is happening now, call 113 first. Say where and at what hours; do not go near to take photos.',
      'A group causes trouble at the head of the alley every night after ten.',
    ],
  ),
  PC: hint(
    [
      'Đang cháy: gọi 114 trước. Nguy cơ: chụp lối thoát bị chặn, thiết bị hỏng, ghi tòa nhà và tầng.',
      'Lối thoát nạn tầng 1 của chung cư bị khóa và để kín xe máy.',
    ],
    [
      'If it burns, call 114 first. For hazards, photograph the blocked exit or broken equipment; give building and floor.',
      'The emergency exit on the ground floor is locked and full of motorbikes.',
    ],
  ),
  XD: hint(
    [
      'Chụp toàn cảnh công trình và biển báo công trình nếu có; ghi giờ làm, việc gì làm bạn lo.',
      'Công trình không có biển phép, đào sát tường nhà bên làm nứt.',
    ],
    [
      'Photograph the whole site and its permit board; say at what hours they work and what worries you.',
      'A site without a permit board digs right beside the next house, whose wall cracks.',
    ],
  ),
  DD: hint(
    [
      'Ghi khu đất nào, việc gì đang diễn ra, từ bao giờ. Không gửi ảnh giấy tờ tùy thân hay sổ đỏ.',
      'Có người đổ đất lấp ao làng ở cuối thôn từ tuần trước.',
    ],
    [
      'Say which plot, what is happening and since when. Send no photos of identity papers or land certificates.',
      'Somebody has been filling in the village pond since last week.',
    ],
  ),
  TP: hint(
    [
      'Ghi tên, địa chỉ quán, món ăn, ngày giờ; chụp món hoặc khu bếp nếu an toàn. Có người ngộ độc: gọi 115.',
      'Quán để đồ sống lẫn đồ chín ngay cạnh cống, nhiều ruồi.',
    ],
    [
      'Give the shop, the dish, day and hour; photograph food or kitchen if safe. If somebody is poisoned, call 115.',
      'The shop keeps raw and cooked food together beside a drain, full of flies.',
    ],
  ),
  YT: hint(
    [
      'Ghi cơ sở nào hoặc khu vực nào, ngày giờ, việc gì xảy ra. Có người nguy kịch: gọi 115.',
      'Nhiều ổ nước đọng ở bãi đất trống, khu này đã có mấy ca sốt xuất huyết.',
    ],
    [
      'Say which clinic or area, day and hour, and what happened. In danger of life call 115.',
      'Much standing water on the empty plot, and several dengue cases around.',
    ],
  ),
  GD: hint(
    [
      'Ghi tên trường, lớp hoặc khoản thu, thời gian. Không gửi ảnh rõ mặt học sinh.',
      'Cổng trường tiểu học bị bong bản lề, sắp đổ vào lối học sinh đi.',
    ],
    [
      'Give the school, the class or fee, and when. Send no photos that show pupils’ faces.',
      'The primary school gate is off its hinge and may fall where children pass.',
    ],
  ),
  AS: hint(
    [
      'Ghi việc cần giúp, đã nộp gì, ở đâu, từ bao giờ. Không gửi ảnh giấy tờ tùy thân.',
      'Hồ sơ trợ cấp người cao tuổi nộp ở xã hai tháng chưa có trả lời.',
    ],
    [
      'Say what help is needed, what was handed in where and when. Send no photos of identity papers.',
      'An application for an old-age allowance has had no reply for two months.',
    ],
  ),
  DL: hint(
    [
      'Chụp nơi xảy ra, biển giá hoặc hư hỏng; ghi ngày giờ, số tiền nếu có.',
      'Tường di tích bị vẽ bậy, mảng vữa mới rơi xuống lối đi.',
    ],
    [
      'Photograph the place, the price list or the damage; give day, hour and the amount paid.',
      'The wall of the monument is scrawled on and plaster has fallen on the path.',
    ],
  ),
  TM: hint(
    [
      'Ghi tên, địa chỉ nơi bán, hàng gì, ngày mua; chụp nhãn hàng hoặc hóa đơn, che thông tin cá nhân.',
      'Cây xăng bơm thiếu, tính 50 nghìn nhưng đồng hồ chỉ 45 nghìn.',
    ],
    [
      'Give the shop, the goods and the day; photograph label or receipt with personal details covered.',
      'The petrol pump showed 45 thousand but 50 thousand was charged.',
    ],
  ),
  DV: hint(
    [
      'Ghi thủ tục gì, nộp ở đâu, mã hồ sơ, hẹn trả ngày nào, đã được trả lời thế nào.',
      'Hồ sơ cấp giấy phép hẹn trả ngày 5, đến ngày 20 chưa có, không ai báo lý do.',
    ],
    [
      'Say which procedure, where, the file number, the promised day and what you were told.',
      'The permit was promised for the 5th; on the 20th it is not there and nobody says why.',
    ],
  ),
  VT: hint(
    [
      'Ghi nhà mạng, khu vực, từ lúc nào; mất hẳn hay chập chờn.',
      'Sóng di động trong khu tập thể mất hẳn từ hôm qua, mọi nhà mạng.',
    ],
    [
      'Give the operator, the area and since when; gone altogether or coming and going.',
      'No mobile signal in the whole housing block since yesterday, all operators.',
    ],
  ),
  NN: hint(
    [
      'Ghi thôn, cánh đồng hoặc chuồng trại, bao nhiêu con hoặc diện tích, từ bao giờ; chụp từ xa.',
      'Kênh tưới qua đồng thôn Đình bị lấp, hai tuần không có nước.',
    ],
    [
      'Give the hamlet, field or farm, how many animals or how large, since when; photograph from afar.',
      'The irrigation canal is blocked, the fields have had no water for two weeks.',
    ],
  ),
  KH: hint(
    [
      'Ghi việc gì, ở đâu, từ bao giờ và bạn mong điều gì; cán bộ sẽ xếp đúng lĩnh vực.',
      'Nhà chờ xe buýt có ghế bị gãy, chưa biết báo cho ai.',
    ],
    [
      'Say what, where, since when and what you hope for; an officer finds the right category.',
      'The bench of a bus shelter is broken and I do not know whom to tell.',
    ],
  ),
  OS: hint(
    [
      'Kênh này không giải quyết việc này; bên dưới là nơi có thể giúp.',
      'Tôi không đồng ý với quyết định xử phạt của phường.',
    ],
    ['This channel cannot settle this; below is who can.', 'I do not agree with the fine the ward imposed on me.'],
  ),
};

const ofCategories: Readonly<Record<string, InBothLanguages>> = {
  'GT-02': hint(
    [
      'Chụp từ chỗ an toàn, đặt vật báo hiệu nếu được; ghi đúng vị trí hố.',
      'Nắp hố ga giữa làn xe máy bị mất, đang cắm tạm cành cây.',
    ],
    [
      'Photograph from a safe spot and mark the hole if you can; say exactly where it is.',
      'A manhole cover in the motorbike lane is missing, a branch stands in it.',
    ],
  ),
  'GT-04': hint(
    [
      'Ghi ngã tư nào, hướng nào, đèn tắt hẳn hay sai nhịp, từ lúc nào.',
      'Đèn đỏ hướng từ cầu vượt xuống ngã tư Vọng tắt từ hôm qua.',
    ],
    [
      'Say which junction and direction, dark or badly timed, since when.',
      'The red light coming off the flyover at Vọng junction has been dark since yesterday.',
    ],
  ),
  'GT-06': hint(
    [
      'Chụp xe và biển cấm hoặc vạch kẻ trong cùng một ảnh, ghi giờ thường đỗ.',
      'Ô tô đỗ kín lòng đường dưới biển cấm mỗi sáng từ 7 giờ.',
    ],
    [
      'Show the car and the sign or line in one photo; say at what hours they park.',
      'Cars fill the lane under a no-parking sign every morning from seven.',
    ],
  ),
  'GT-12': hint(
    [
      'Gọi 113, 115 trước. Rồi mới ghi nơi xảy ra; đừng chụp người bị nạn.',
      'Vừa có va chạm giữa xe tải và xe máy ở đầu cầu, có người bị thương.',
    ],
    [
      'Call 113 and 115 first, then say where; take no photos of the injured.',
      'A lorry and a motorbike just collided at the bridge, somebody is hurt.',
    ],
  ),
  'MT-02': hint(
    [
      'Chụp đống phế thải; nếu thấy xe đang đổ thì ghi giờ, đừng đến gần.',
      'Đêm qua có xe đổ cả đống gạch vỡ ở bãi đất trống cạnh kênh.',
    ],
    [
      'Photograph the heap; if you see it dumped, note the hour and keep away.',
      'A lorry dumped a heap of rubble on the empty plot by the canal last night.',
    ],
  ),
  'MT-06': hint(
    [
      'Ghi tiếng gì, từ đâu, từ mấy giờ đến mấy giờ, những ngày nào trong tuần.',
      'Quán hát loa kéo trên vỉa hè từ 20 giờ đến nửa đêm các tối thứ Sáu, thứ Bảy.',
    ],
    [
      'Say what noise, from where, from what hour to what hour and on which days.',
      'Loudspeakers on the pavement from eight to midnight on Fridays and Saturdays.',
    ],
  ),
  'CX-01': hint(
    [
      'Có người hoặc xe bị đè: gọi 114. Chụp cây chắn từ xa, ghi còn đi lại được không.',
      'Cành xà cừ gãy chắn nửa đường, ô tô không qua được.',
    ],
    [
      'If anyone is trapped call 114. Photograph from afar; say whether one can still pass.',
      'A large branch blocks half the road, cars cannot pass.',
    ],
  ),
  'CS-03': hint(
    [
      'Chụp từ xa, đừng chạm dây. Ghi dây thấp ngang đâu, gần cột số mấy.',
      'Bó cáp võng ngang đầu người qua lối vào ngõ.',
    ],
    [
      'Photograph from afar, touch no wire. Say how low it hangs and near which pole.',
      'A bundle of cables hangs at head height across the alley.',
    ],
  ),
  'CS-04': hint(
    [
      'Tránh xa ít nhất 10 mét, gọi 114 hoặc điện lực ngay. Rồi ghi vị trí.',
      'Tủ điện ở gốc cột tóe lửa khi mưa, nước đọng xung quanh.',
    ],
    [
      'Keep ten metres away and call 114 or the power company at once, then say where.',
      'The box at the foot of the pole sparks in the rain, water all around.',
    ],
  ),
  'XD-02': hint(
    [
      'Chụp vết nứt có vật để so kích thước, ghi ngày thấy đầu tiên; nhà rung lắc mạnh thì ra ngoài, gọi 114.',
      'Tường xuất hiện vết nứt dài hai mét từ khi công trình bên cạnh đào móng.',
    ],
    [
      'Photograph the crack with something for scale and say when it began; if the house shakes, leave and call 114.',
      'A two-metre crack has opened since the site next door began to dig.',
    ],
  ),
  'AN-09': hint(
    [
      'Đang xảy ra: gọi 113, trẻ em gọi 111. Lời báo này không công khai, chỉ người có trách nhiệm đọc.',
      'Nhà bên thường có tiếng đánh và tiếng trẻ khóc vào buổi tối.',
    ],
    [
      'If it is happening call 113, for a child 111. This is never published; only those responsible read it.',
      'One often hears blows and a child crying next door in the evening.',
    ],
  ),
  'PC-01': hint(
    ['Gọi 114 và ra nơi an toàn trước. Tin gửi ở đây không thay cuộc gọi.', 'Kho hàng cuối ngõ đang cháy, khói đen.'],
    [
      'Call 114 and get to safety first. A report here does not replace the call.',
      'The warehouse at the end of the alley is on fire, black smoke.',
    ],
  ),
  'DV-05': hint(
    [
      'Viết điều bạn đề xuất, ai được lợi, nơi nào đã làm tốt.',
      'Nên thêm ghế và mái che ở bến xe buýt trước bệnh viện.',
    ],
    [
      'Say what you propose, whom it helps and where it works already.',
      'Please add seats and a roof at the bus stop outside the hospital.',
    ],
  ),
};

/** The hint of a category, or of its group where it has none of its own. Null for a code that is neither. */
export function categoryHint(code: string, language: 'vi' | 'en'): CategoryHint | null {
  const found = ofCategories[code] ?? ofGroups[category(code)?.group ?? code];
  return found?.[language] ?? null;
}
