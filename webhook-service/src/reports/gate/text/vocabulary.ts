/** What answers are made of: the words that say nothing, the deeds, the findings, the promises (domain-hanoi §6.2.5 and §6.2.8). */
import { phrases } from './phrases.ts';
import { passage, spokenWords, wordsOf } from './reading.ts';

/** Openings and closings, no part of an answer. */
export const courtesies = phrases(`
  kính gửi quý ông/bà, kính gửi ông/bà, kính gửi quý công dân, kính gửi công dân, kính gửi ông bà, kính gửi, kính thưa, thưa ông/bà,
  trân trọng cảm ơn, xin trân trọng cảm ơn, xin cảm ơn, xin chân thành cảm ơn, chân thành cảm ơn, trân trọng thông báo, trân trọng, cảm ơn ông/bà,
  cảm ơn quý ông/bà, cảm ơn công dân, cảm ơn người dân, cảm ơn, xin thông báo kết quả như sau, thông báo kết quả như sau, như sau,
  rất mong quý công dân thông cảm, rất mong ông/bà thông cảm, rất mong, mong ông/bà thông cảm, quý ông/bà, quý công dân
`);

/** §6.2.5: what is said when there is nothing to say. Beside facts they do no harm. */
export const fillers = phrases(`
  đã ghi nhận, xin ghi nhận, ghi nhận thông tin, ghi nhận phản ánh, ghi nhận ý kiến, ghi nhận nội dung, sẽ xem xét, đang xem xét, để xem xét, xem xét giải quyết,
  đang rà soát, sẽ rà soát, tiếp tục rà soát, kiểm tra rà soát, tiếp thu, nghiêm túc tiếp thu, sẽ chỉ đạo, đã chỉ đạo, chỉ đạo các, sẽ kiểm tra, cho kiểm tra,
  sẽ xử lý, sẽ giải quyết, sẽ khắc phục, sẽ cố gắng, sẽ tăng cường, tăng cường kiểm tra, tăng cường công tác, tăng cường tuyên truyền, trong thời gian tới,
  trong thời gian sớm nhất, sớm nhất, theo quy định, theo đúng quy định, theo thẩm quyền, theo chức năng, các đơn vị liên quan, đơn vị liên quan, cơ quan liên quan,
  lực lượng chức năng, cơ quan chức năng, đơn vị chức năng, bộ phận chuyên môn, đã tiếp nhận, tiếp nhận thông tin, tiếp nhận phản ánh, có phương án xử lý,
  phương án phù hợp, xử lý dứt điểm, xử lý nghiêm, quán triệt, chấn chỉnh, rút kinh nghiệm, nắm tình hình, đang phối hợp, sẽ phối hợp, đôn đốc, đang được xử lý,
  đang xử lý, đang giải quyết, đang triển khai, sẽ triển khai, cấp có thẩm quyền, xin ý kiến, cho ý kiến, sẽ báo cáo, sẽ giao, làm rõ, sẽ thông báo, thông cảm
`);

/** Deeds one can see, read or hear. Inspecting, noting and instructing are none. */
export const deeds = phrases(`
  vá, thay, thay thế, sửa, sửa chữa, sửa xong, thu gom, thu dọn, dọn, dọn dẹp, nạo vét, hút, bơm, thông tắc, khơi thông, cắt, cắt tỉa, tỉa, chặt hạ, chặt, trồng, đánh gốc,
  lắp, lắp đặt, tháo, tháo dỡ, phá dỡ, dỡ bỏ, di dời, giải tỏa, rào, rào chắn, cắm biển, treo biển, đậy, lát, đổ bê tông, thảm, cào bóc, san lấp, san gạt, lu, sơn, kẻ vạch,
  kẻ lại, quét, rửa, phun, khử, tưới, xúc, vớt, bóc, xóa, tẩy, nối, đấu nối, đấu, cấp điện, cấp nước, cấp lại, cấp giấy, cấp phép, đóng điện, cắt điện, khóa van, mở van,
  mở nước, bó gọn, nâng, hạ ngầm, gia cố, kè, thả, hoàn trả, trả lại, trả tiền, hoàn tiền, bồi thường, thu hồi, phạt, xử phạt, lập biên bản, tạm giữ, cẩu, đình chỉ, dừng,
  niêm phong, tịch thu, thu giữ, tiêu hủy, bắt giữ, bắt, khởi tố, triệu tập, mời, làm việc, họp, đối thoại, ký cam kết, cam kết, xin lỗi, kỷ luật, khiển trách, hạ xếp loại, điều chuyển, đo,
  lấy mẫu, xét nghiệm, phúc tra, khoan, kiểm định, trích, trích xuất, điều chỉnh, chỉnh, bố trí, chốt, tuần tra, dập, dập tắt, cứu, sơ cứu, cấp cứu, tiêm, phát, tặng, chi trả, chi bù,
  chuyển tiền, chuyển khoản, chuyển hết, chuyển trả, giải ngân, chở, nộp, ban hành, ra quyết định, phê duyệt, ký, in, hướng dẫn, giải thích, gỡ, bổ sung, lấy lời khai, bàn giao, nghiệm thu, thông xe,
  đưa, chuyển đến bệnh viện, tiếp nhận vào, nhận vào, trao, công bố, công khai, dán, khoanh vùng, mở, đóng cửa, thụ lý, giải thể, kê, thi công, xây, đúc, hàn, căng, siết, kéo, mắc, thau, súc xả, hạ, gọi điện, nhắn, khóa, chặn, trả đủ, trả bù, chi tiền, trả nợ, múc, kiểm điểm, sang tên, truy thu, hỗ trợ, đón, dời, đối chiếu, phong tỏa
`);

/** What somebody else is told to do is not yet done. */
export const orders = phrases(
  'yêu cầu, đề nghị, chỉ đạo, giao, đôn đốc, nhắc nhở, tuyên truyền, vận động, quán triệt, kiến nghị',
);

/** What an inspection showed. */
export const findings = phrases(`
  phát hiện, cho thấy, xác định, nguyên nhân, kết quả kiểm tra, kết quả đo, kết quả xác minh, kết quả, không phát hiện, không ghi nhận, kiểm tra thấy, thấy, ghi nhận thực tế, hiện trạng,
  không còn, không có, là do, do, vì, đúng như phản ánh, có giấy phép, được cấp phép, thực tế, hiện, gồm, đạt, vượt, khớp, theo luật, theo điều, căn cứ, lệ phí, mức
`);

/** An inspection that found nothing to do: what comes after it is an offer, not a promise. */
export const nothingThere = phrases(`
  không phát hiện, không ghi nhận, không còn, không thấy, không xảy ra, không có nhà nào, không có ai, không có tiếng, không có loa, không có dấu hiệu, không có hiện tượng, không có tình trạng, không có trường hợp, không có mùi, không có người, không có xe, không có khói, không có rác
`);

/** Not now. */
export const future = phrases(
  'sẽ, dự kiến, trong thời gian tới, thời gian tới, đang lập, đang chuẩn bị, chuẩn bị, có kế hoạch, đã lên kế hoạch, lên kế hoạch, lập kế hoạch, đang xin, đang trình, đề xuất, phấn đấu, tiếp tục theo dõi, chưa, không thể, đang chờ, phải chờ, chờ',
);
/** A promise of something to come, not a mere "not yet". */
export const promises = phrases(
  'sẽ, dự kiến, trong thời gian tới, thời gian tới, phấn đấu, chuẩn bị, có kế hoạch, lên kế hoạch, lập kế hoạch',
);
export const past = phrases('đã, vừa, xong, hoàn thành, đã được, hiện, kết quả, từ');

/** Why not yet. */
export const because = phrases(
  'vì, do, bởi, nguyên nhân, lý do, vướng, chờ, phải chờ, đợi, thiếu, chưa có kinh phí, chưa đủ, hết vật tư',
);

/** Words of offices that could stand in any answer. Streets and numbers are no substance either: the citizen gave them. */
const EMPTY_WORDS = `
  ông bà quý công dân người dân nhân dân anh chị bạn chúng tôi em mình họ ai gì này đó kia đây ấy nào nay là thì mà và hoặc với cùng các những mọi một hai số của cho để tại ở từ đến tới trong ngoài trên dưới trước sau
  giữa vào ra về theo bằng do bởi vì nên nhưng song tuy nhiên nếu khi đã đang sẽ vừa chưa không có được bị phải cần rất hơn nhất nhiều ít còn cũng đều lại rồi thêm như cả toàn bộ đồng thời ngay luôn vẫn chỉ việc sự
  đơn vị cơ quan chức năng liên quan thẩm quyền chuyên môn bộ phận lực lượng phụ trách lãnh đạo cán bộ công chức viên chức nhân viên địa bàn khu vực phường xã quận huyện thành phố hà nội ubnd ủy ban
  phản ánh kiến nghị nội dung thông tin ý kiến vấn đề vụ tình trạng tình hình trường hợp hiện trường hiện trạng thực tế kiểm tra rà soát xử lý giải quyết khắc phục tiếp nhận ghi nhận tiếp thu xem xét nghiên cứu chỉ đạo yêu cầu
  giao phân công chuyển phối hợp triển khai thực hiện tiến hành tổ chức tăng cường tuyên truyền vận động nhắc nhở quán triệt chấn chỉnh đôn đốc nắm theo dõi giám sát quản lý quy định pháp luật nghị định thông tư luật điều khoản căn cứ
  thời gian sớm kịp thời nghiêm túc nghiêm khẩn trương thường xuyên liên tục dứt điểm đảm bảo bảo đảm đúng phù hợp phương án kế hoạch biện pháp giải pháp kết quả thông báo trả lời phúc đáp cảm ơn trân trọng kính gửi thưa xin
  mong thông cảm đồng thuận ủng hộ góp ý hệ thống ảnh hình văn bản kèm đính gửi theo xong hoàn thành hiện vi phạm mỹ quan trật tự văn minh đô thị môi trường an toàn giao thông vệ sinh
  ngày tháng năm giờ phút sáng trưa chiều tối đêm hôm qua tuần ngõ ngách phố đường nhà tổ đội phòng ban sở công an công ty địa chỉ nêu phương châm nhanh chóng tốt chung sống đời nhu cầu quyền lợi
  quy trình thời hạn tính đồng tình cử xuống đi lần báo cáo khảo sát xác minh bám ngăn chặn để tái diễn chia sẻ khó khăn chính quyền quan tâm yên thấy
  dự kiến nguyên nhân lý do phục vụ tác hợp lý thắc mắc liên hệ chủ động tích cực nâng cao chất lượng trách nhiệm cấp ngành lĩnh vực lưu ý ý thức chấp hành hành vi tránh tái diễn xảy xuất
`;
const emptyMarked: ReadonlySet<string> = new Set(spokenWords(passage(EMPTY_WORDS)));
const emptyPlain: ReadonlySet<string> = new Set(wordsOf(EMPTY_WORDS));

/** True for a word that says something of this case: none of the words of offices, and no bare number. */
export function saysSomething(word: string, unmarked: boolean): boolean {
  return !(unmarked ? emptyPlain : emptyMarked).has(word) && !/^\d+$/u.test(word);
}
