/**
 * Invented answers written after the rules were done, to see how the rules do on what they were not made for. The first figures stand in
 * `sample-answers.test.ts`. Each set was judged before anything was changed because of it; after that it only guards what was reached.
 */
import { readBadAnswers, readGoodAnswers } from './read-samples.ts';

/** category | agency | proof (or reason: note) | report | answer */
export const heldBackGood = readGoodAnswers(`
AN-03 | Công an phường Thanh Xuân | security_or_secrecy: Chuyên án đang mở rộng, hình ảnh và lời khai chưa được phép công bố ra ngoài. | quán nước đầu ngõ ghi lô đề công khai chiều nào cũng đông | Chiều 09/10/2026 tổ hình sự Công an phường Thanh Xuân kiểm tra quán nước bị phản ánh, thu 14 tờ phơi đề và 6,2 triệu đồng; hai người đã được đưa về trụ sở lấy lời khai.
AN-04 | Công an phường Hoàng Mai | security_or_secrecy: Tin báo về ma túy đang được xác minh bí mật, mọi tài liệu là mật. | có người hay tụ tập hút chích ở chân cầu Thanh Trì | Từ ngày 07 đến 11/10/2026, Công an phường Hoàng Mai mật phục tại chân cầu, đưa 3 người đi xét nghiệm tại trạm y tế (2 dương tính), dọn 40 bơm kim tiêm và lắp 2 đèn pha.
AN-05 | Công an phường Cầu Giấy | document | có người tự xưng cán bộ điện lực gọi đòi chuyển tiền | Công an phường Cầu Giấy đã làm việc với Ông/Bà lúc 15h ngày 08/10, xác nhận số gọi đến không thuộc EVNHANOI. Ngân hàng đã phong tỏa tài khoản nhận tiền, giữ lại được 12 triệu đồng. Giấy tiếp nhận tin báo kèm theo.
AN-09 | Công an phường Bồ Đề | personal_data: Nạn nhân là trẻ em nên mọi hình ảnh và hồ sơ không được công bố. | nhà bên cạnh đánh con khóc thét | Công an phường đến ngay lúc 20h12 tối qua, cháu bé được Hội Phụ nữ đưa tới bệnh viện khám và hiện ở với bà ngoại.
PC-01 | Phòng Cảnh sát PCCC và CNCH | photo | cháy nhà ngõ 43 Trung Kính khói đen | 3 xe chữa cháy tới nơi lúc 13h05, dập tắt lúc 13h31, không có thương vong. Đội PCCC Cầu Giấy.
PC-03 | UBND phường Hoàn Kiếm | photo | cửa hàng gas để 40 bình tràn vỉa hè gần quán nướng | Chiều 10/10/2026, tổ liên ngành phường Hoàn Kiếm yêu cầu cửa hàng chuyển 28 bình gas về kho Yên Viên, chỉ giữ 12 bình trong tủ thép, lắp thêm 2 bình bột chữa cháy.
XD-02 | UBND phường Ba Đình | both | nhà hàng xóm đào móng làm nứt tường nhà tôi | Ngày 06/10/2026 UBND phường Ba Đình mời hai gia đình và nhà thầu họp, kỹ sư đo được 5 vết nứt rộng nhất 2,3 mm. Nhà thầu dừng đào, ép 36 cừ Larsen xong ngày 11/10 và bảo lãnh 200 triệu đồng sửa chữa.
XD-04 | Sở Xây dựng | document | khu tập thể A7 bong trần rơi bê tông | Viện Khoa học công nghệ xây dựng kiểm định nhà A7 hai ngày 05 và 06/10/2026, kết luận mức C: trần tầng 3 và 4 hỏng cục bộ. Sở Xây dựng đã cho chống tạm 18 cột thép ngày 09/10, bịt lối lên mái; việc gia cố trần chưa làm được vì chờ các hộ đồng ý dỡ cơi nới, sẽ khởi công trước 30/11/2026.
XD-05 | Sở Quy hoạch - Kiến trúc | document | dự án công viên treo 15 năm ở Yên Sở dân không được sửa nhà | Dự án công viên thuộc ô CV-03, quy hoạch phê duyệt năm 2013. Sở Quy hoạch - Kiến trúc đã rà lại ngày 02/10/2026, đề nghị UBND thành phố thu hồi 1,7 ha chưa giải phóng; trong lúc chờ, 42 gia đình được cấp phép sửa nhà cấp 4 tại phường từ ngày 15/10/2026. Công văn số 4512/QHKT gửi kèm.
DD-01 | UBND xã Mê Linh | photo | lấp ao làng xây quán | Sáng 08/10, UBND xã Mê Linh lập biên bản việc đổ 90 m3 đất xuống ao làng, buộc trả lại hiện trạng; đến 11/10 chủ quán đã múc hết đất và tháo khung thép.
DD-03 | Ban Quản lý dự án đầu tư xây dựng | document | chưa được trả tiền đền bù vành đai 4 | Ban Quản lý dự án đã đối chiếu ngày 05/10/2026: thửa 214 chưa chi trả do tên trên sổ khác tên người ký nhận. Sau khi xã xác nhận, kho bạc chuyển 1,28 tỷ đồng vào tài khoản Ông/Bà ngày 09/10. Ủy nhiệm chi đính kèm.
TP-01 | Sở Y tế | document | cả công ty ăn trưa xong đau bụng nôn | Từ 14h ngày 09/10/2026 có 23 công nhân nhập viện Đức Giang, đến nay 21 người đã ra viện. Chi cục An toàn vệ sinh thực phẩm lấy 8 mẫu, tìm thấy tụ cầu trong món thịt kho; bếp ăn ngừng hoạt động từ 10/10.
TP-03 | UBND phường Dương Nội | both | lò mổ lợn lậu ở La Dương | 3h sáng 11/10 trạm thú y và Công an phường Dương Nội bắt quả tang lò mổ không giấy phép, tiêu hủy 180 kg thịt, phạt 22 triệu đồng và cắt điện ba pha.
TP-04 | UBND phường Phú Lương | document | bếp ăn trường mầm non có dòi trong thức ăn | UBND phường Phú Lương và trạm y tế lấy mẫu lưu ngày 07/10: khay rau có ấu trùng do kho ẩm. Nhà trường đổi nhà cung cấp từ 09/10, phụ huynh luân phiên giám sát giao nhận lúc 6h30 mỗi sáng.
YT-01 | UBND phường Định Công | photo | khu này nhiều người sốt xuất huyết mà không thấy phun muỗi | Trạm y tế phường Định Công phun hóa chất toàn bộ tổ 12 và 13 trong hai buổi sáng 10-11/10/2026, lật úp 214 dụng cụ chứa nước, phát 300 tờ hướng dẫn.
YT-03 | Sở Y tế | document | spa tiêm filler chui ở phố Huế | Thanh tra Sở Y tế kiểm tra ngày 06/10/2026, cơ sở không có giấy phép khám chữa bệnh, đã thu 45 lọ filler không nhãn. Cơ sở bị phạt 70 triệu đồng và đóng cửa 18 tháng.
YT-04 | Bảo hiểm xã hội thành phố | explained_by_rule: Nội dung hỏi về mức hưởng đã nêu rõ theo luật, không phát sinh sự việc tại hiện trường. | đi khám trái tuyến được bảo hiểm trả bao nhiêu | Từ 01/01/2025, người bệnh tự đi khám nội trú ở bệnh viện cấp cơ bản được quỹ trả 100 % mức hưởng, ngoại trú chưa được trả. Bảo hiểm xã hội thành phố trả lời ngày 12/10/2026.
YT-05 | Trung tâm Cấp cứu 115 | personal_data: Người bệnh bất tỉnh, không thể xin phép đăng hình ảnh. | có ông cụ ngất ở bến xe Mỹ Đình | Xe cấp cứu tới bến lúc 9h22, ông cụ tỉnh lại, đã chuyển Bệnh viện E lúc 9h50. Kíp trực 115 số 4.
GD-02 | Sở Giáo dục và Đào tạo | document | cô giáo ép học thêm ở nhà | Sở Giáo dục và Đào tạo làm việc với trường ngày 07/10/2026, 26/40 học sinh lớp 8A2 học thêm tại nhà giáo viên chủ nhiệm. Lớp học thêm đã ngừng, giáo viên bị khiển trách theo Quyết định 118 ngày 10/10.
GD-03 | UBND phường Kiến Hưng | document | cháu tôi bị bạn đánh hội đồng ở cổng trường | Nhà trường, phụ huynh năm em và Công an phường gặp nhau sáng 08/10; nhóm bạn đã xin lỗi trước lớp, hai em phải học nội quy ngoài giờ 2 tuần. Từ 09/10 bảo vệ trực cổng thêm 30 phút sau giờ tan.
GD-04 | Sở Giáo dục và Đào tạo | document | con tôi không được nhận lớp 1 dù đúng tuyến | Hồ sơ tạm trú của Ông/Bà cập nhật ngày 20/08 nên ngoài danh sách đợt đầu. Hôm 09/10/2026 trường tiểu học Trung Yên đã nhận cháu vào lớp 1A6, giấy báo kèm theo.
GD-05 | UBND xã Ba Vì | photo | nhà vệ sinh trường cấp 1 hỏng bốc mùi | Hiệu trưởng cho thợ thay 5 xí bệt, 12 m ống thoát và quạt hút trong hai ngày 10 và 11/10/2026.
AS-03 | Sở Nội vụ | document | công ty may nợ lương 3 tháng | Thanh tra lao động (Sở Nội vụ) làm việc với công ty ngày 06/10/2026. Công ty đã trả lương tháng 7 cho 132 người ngày 10/10, cam kết trả tháng 8 và 9 trước 31/10; chậm nữa sẽ bị phạt 100 triệu đồng.
AS-04 | UBND phường Hai Bà Trưng | personal_data: Cụ bà không đồng ý chụp ảnh khi được đưa về trung tâm bảo trợ. | bà cụ vô gia cư nằm gầm cầu Vĩnh Tuy | 21h tối 11/10, cán bộ văn hóa xã hội phường và công an đưa bà cụ về Trung tâm Bảo trợ xã hội 1, cho ăn và khám huyết áp.
DL-01 | Công an phường Hoàn Kiếm | photo | xích lô bờ hồ chém khách Tây 2 triệu | Công an phường Hoàn Kiếm tìm được người đạp xích lô qua ảnh của du khách, người này trả lại 1,7 triệu đồng lúc 17h ngày 10/10, bị phạt 750.000 đồng và thu thẻ hành nghề 3 tháng.
DL-04 | UBND phường Tùng Thiện | photo | xà đơn sân nhà văn hóa gãy suýt đập vào cháu bé | Xà đơn gãy do mối hàn gỉ. Tổ trưởng dân phố cùng thợ hàn đã thay mới cả 2 bộ xà, đổ lại chân bê tông, chiều 11/10 cho các cháu chơi lại.
TM-01 | Chi cục Quản lý thị trường | document | cây xăng bơm thiếu | Chi cục Quản lý thị trường đem bình chuẩn đo 4 cột bơm ngày 09/10/2026: cột số 3 thiếu 1,9 %. Cột này đã kẹp chì niêm phong, chủ cây xăng nộp phạt 55 triệu đồng.
VT-01 | VNPT Hà Nội | document | mạng internet tổ 4 rớt liên tục | Kỹ thuật VNPT đo cổng quang ngày 10/10, suy hao -29 dBm vì bộ chia bị vào nước; đã đổi bộ chia lúc 11h, tốc độ đo lại 148 Mbps.
NN-01 | UBND xã Chương Mỹ | photo | kênh tưới bị lấp ruộng không có nước | Hợp tác xã Đồng Tâm đưa máy xúc khơi 350 m kênh, vớt hết bèo và gạch; nước về ruộng từ 16h chiều 10/10/2026.
NN-02 | UBND xã Quốc Oai | both | lợn chết vứt xuống kênh | Thú y xã Quốc Oai cùng dân quân vớt 9 con lợn chết, chôn với 200 kg vôi ở bãi Đồng Sấu ngày 09/10; hai mẫu gửi Cục Thú y âm tính dịch tả.
`);

/** one rule that must refuse it | category | agency | proof (or reason: note) | report | answer */
export const heldBackBad = readBadAnswers(`
no_what | AN-07 | Công an phường Hoàn Kiếm | photo | ăn xin chèo kéo khách ở hồ Gươm | Ngày 10/10/2026 Công an phường Hoàn Kiếm đã phân công lực lượng thường xuyên bám sát địa bàn, kịp thời phát hiện, ngăn chặn, không để tình trạng trên tái diễn.
no_what | GT-06 | UBND phường Kim Liên | photo | ô tô đỗ trên vỉa hè | UBND phường Kim Liên thường xuyên ra quân lập lại trật tự đô thị, trong đó có nội dung công dân phản ánh; kết quả được nhân dân đồng tình, ủng hộ (12/10/2026).
no_what | DV-01 | UBND phường Bạch Mai | document | hồ sơ chậm | UBND phường Bạch Mai trả lời: việc giải quyết hồ sơ của công dân được thực hiện đúng quy trình, đúng thời hạn theo quy định của pháp luật tính đến ngày 12/10/2026.
no_what | CX-04 | Sở Xây dựng | photo | cành cây che đèn | Sở Xây dựng đã có văn bản đề nghị đơn vị quản lý kiểm tra, xử lý và báo cáo kết quả trong tháng 10/2026 theo phân cấp.
no_what | MT-05 | UBND phường Hoàng Liệt | photo | hồ hôi | Về nội dung này, UBND phường Hoàng Liệt đã nhiều lần báo cáo cấp trên, mong người dân chia sẻ khó khăn với chính quyền, cập nhật đến 12/10.
filler_only | GD-01 | UBND phường Ngọc Hà | document | lạm thu | Cảm ơn phụ huynh đã quan tâm. Nhà trường xin tiếp thu và sẽ rút kinh nghiệm trong công tác thu chi năm học này.
filler_only | VT-01 | VNPT Hà Nội | photo | mạng yếu | VNPT đã ghi nhận sự cố, bộ phận kỹ thuật đang kiểm tra và sẽ khắc phục sớm nhất cho quý khách ạ.
filler_only | TP-02 | UBND phường Hàng Bông | photo | quán bẩn | Phường đã nắm được thông tin và đang xử lý, sẽ có thông báo sau khi có kết quả chính thức, mong công dân yên tâm.
filler_only | NS-01 | Công ty Nước sạch Hà Nội | photo | mất nước | Chao ong ba, cong ty da tiep nhan phan anh, dang cho to ky thuat kiem tra, se thong bao lai sau.
text_too_short | CS-01 | Công ty Chiếu sáng và Thiết bị đô thị | photo | đèn tắt | Đèn ngõ 20 đã sáng lại tối 11/10.
text_too_short | MT-02 | UBND phường Phú Diễn | photo | phế thải | Dạ đã dọn xong rồi ạ, cảm ơn anh chị.
text_only_points | XD-05 | Sở Quy hoạch - Kiến trúc | document | quy hoạch treo | Nội dung trả lời chi tiết tại Công văn số 4512/QHKT-P2 đính kèm.
text_only_points | DV-03 | UBND phường Láng | photo | lỗi dịch vụ công | Mời xem hướng dẫn: https://dichvucong.example.gov.vn/huong-dan
no_who | CS-03 | UBND phường Khương Đình | photo | dây võng | Đã bó gọn và nâng toàn bộ cáp viễn thông lên 5 m, cắt bỏ 140 kg dây thừa trước số 47, xong lúc 15h ngày 10/10/2026.
no_who | TN-02 | UBND phường Định Công | photo | cống tắc | Chúng tôi đã thông cống bằng máy áp lực, hút 3 m3 bùn ở ngõ 99, nước chảy bình thường từ tối qua.
no_who | PC-04 | Phòng Cảnh sát PCCC và CNCH | photo | trụ nước hỏng | Cơ quan có thẩm quyền đã thay nắp, gioăng trụ nước số 45, thử áp 2,5 kg/cm2 đạt, kẻ vạch cấm đỗ vào chiều 08/10/2026.
no_when | DL-04 | UBND phường Tùng Thiện | photo | xà gãy | Tổ trưởng dân phố cùng thợ hàn đã thay mới cả 2 bộ xà đơn, đổ lại chân bê tông, các cháu đã chơi lại bình thường.
no_when | TM-01 | Chi cục Quản lý thị trường | document | cây xăng | Chi cục Quản lý thị trường đo 4 cột bơm bằng bình chuẩn, cột số 3 thiếu 1,9 %, đã niêm phong, chủ cây xăng nộp phạt 55 triệu đồng.
no_when | GT-09 | Sở Xây dựng | document | xe buýt bỏ bến | Sở Xây dựng trích camera hành trình tuyến 32, lái xe không dừng trạm Cầu Giấy, Tổng công ty đình chỉ lái xe 5 ngày và trừ điểm chất lượng.
open_promise | GT-01 | UBND xã Sóc Sơn | photo | đường nát | Tuyến đường liên thôn do xã quản lý, hiện có 12 ổ gà (kiểm tra ngày 11/10/2026). UBND xã Sóc Sơn sẽ sửa khi cân đối được ngân sách năm sau.
open_promise | DL-04 | UBND phường Tùng Thiện | photo | sân chơi hỏng | Ngày 10/10 cán bộ văn hóa phường Tùng Thiện xem sân chơi, thấy cầu trượt nứt 2 chỗ. Phường sẽ thay cầu trượt mới trong thời gian sớm nhất.
open_promise | CX-02 | UBND phường Giảng Võ | photo | cây nghiêng | Cây phượng nghiêng 15 độ do gốc bị xói, qua kiểm tra sáng 12/10. Dự kiến Công ty Cây xanh chống cột trước khi có bão.
blame | MT-01 | UBND phường Nghĩa Đô | photo | rác | Sáng 12/10 Urenco đã thu 2 tấn rác ở đầu ngõ 106. Rác tồn là do người dân thiếu ý thức đổ không đúng giờ, đề nghị công dân nhắc nhau.
personal_data | GT-11 | UBND phường Hoàn Kiếm | photo | bãi xe thu đắt | Tối 10/10/2026 đội trật tự phường Hoàn Kiếm phạt bãi xe 7,5 triệu đồng vì thu quá giá; xe của Ông/Bà biển 29F1-456.78 được trả lại 22.000 đồng.
third_person_named | TP-03 | UBND phường Dương Nội | both | lò mổ lậu | 3h sáng 11/10 trạm thú y và Công an phường Dương Nội bắt quả tang lò mổ của bà Trần Thị Lan, tiêu hủy 180 kg thịt, phạt 22 triệu đồng.
accusation | DT-01 | UBND phường Ô Chợ Dừa | photo | lấn vỉa hè | Ngày 09/10/2026 đội trật tự phường Ô Chợ Dừa dỡ 4 mái che, các hộ kinh doanh vi phạm đã ký cam kết để xe trong nhà.
placeholder_left | AS-01 | UBND xã Mỹ Đức | document | trợ cấp | Xã Mỹ Đức đã chi bù ……… đồng trợ cấp tháng 9 cho cụ tại nhà sáng 12/10, do danh sách ghi sai số tài khoản.
photo_not_attached | NN-01 | UBND xã Chương Mỹ | not_solved_yet: Máy xúc hỏng nên chưa khơi xong, Hợp tác xã hẹn làm nốt trước 20/10. | kênh bị lấp | Hợp tác xã Đồng Tâm mới khơi 100 m kênh vì máy xúc hỏng, sẽ làm nốt 250 m trước 20/10/2026. Em gửi kèm 3 ảnh hiện trường sáng 12/10.
document_not_attached | AS-03 | Sở Nội vụ | photo | nợ lương | Thanh tra lao động (Sở Nội vụ) làm việc với công ty ngày 06/10/2026, công ty đã trả lương tháng 7 cho 132 người, chi tiết trong biên bản đính kèm.
reason_note_too_general | MT-03 | UBND xã Hòa Lạc | inspected_nothing_found: Đơn vị đã cử cán bộ đi kiểm tra theo đúng quy định rồi. | đốt rác | Dân quân xã Hòa Lạc đi kiểm tra cánh đồng Đồng Chằm lúc 17h ngày 11/10, không còn đống rơm nào cháy, nhắc 5 hộ ủ rơm bằng men vi sinh.
`);

/** Written after the first held-back answers had led to changes. */
export const secondGood = readGoodAnswers(`
GT-01 | UBND xã Phú Xuyên | photo | đường vào nghĩa trang lầy lội | Thôn Thượng và Công ty Cổ phần Xây dựng Phú Xuyên trải 26 khối cấp phối, lu ba lượt, hoàn tất trưa 10/10. Hai rãnh thoát đào mới sâu 40 phân.
GT-04 | Phòng Cảnh sát giao thông | photo | đèn đếm ngược nhảy loạn ngã tư Cổ Nhuế | 7h50 12.10.2026 kỹ thuật viên Trung tâm Điều khiển giao thông nạp lại chương trình, đổi nguồn 24V; ba chu kỳ thử đúng 45/35 giây.
MT-06 | Công an phường Phú Thượng | document | xưởng mộc cưa đêm | Trực ban Công an phường Phú Thượng xuống xưởng 22h15 ngày 9/10, máy cưa đang chạy. Chủ xưởng đã viết cam kết nghỉ sau 18h, nộp phạt 2,5 triệu. Gửi kèm bản cam kết.
CX-01 | UBND phường Hồng Hà | photo | cành phượng gãy treo lơ lửng | Đã hạ cành phượng 14h hôm qua, Đội cây xanh 3 cưa nốt hai cành mục, chở đi 1 xe.
TN-01 | UBND phường Tương Mai | photo | mưa là ngập ngõ 147 | Chiều 11/10/2026 UBND phường Tương Mai mở cửa phai, kê bơm 300 m3/giờ, nước cạn sau 50 phút. Nền ngõ thấp hơn mặt đường 30 cm nên mưa lớn vẫn ngập; cải tạo cống chưa làm được do chưa có vốn, Ban Quản lý dự án phường trình trong đợt vốn quý IV/2026.
DV-02 | UBND phường Láng | document | nhân viên một cửa nói trống không với dân | Lãnh đạo phường xem camera quầy 3 lúc 10h10 ngày 08/10, công chức có lời lẽ cộc lốc. Công chức này đã viết kiểm điểm, xin lỗi Ông/Bà trước lãnh đạo phường ngày 09/10 và chuyển sang bộ phận văn thư. Bản kiểm điểm kèm theo.
AS-01 | UBND xã Phúc Thọ | document | chưa được tiền hỗ trợ tết người có công | Bà thuộc diện hưởng theo Quyết định 215, tên bị sót khi nhập phần mềm. Xã Phúc Thọ trả 1.200.000 đồng qua bưu điện sáng nay, có phiếu chi.
TM-02 | UBND phường Đồng Xuân | photo | nhà vệ sinh chợ Đồng Xuân bẩn tắc | Ban quản lý chợ gọi thợ thông bồn tầng 2, thay van xả 4 buồng và cho 2 người dọn theo ca 2 tiếng/lần kể từ 11/10/2026.
XD-01 | UBND xã Gia Lâm | both | xây nhà xưởng trên đất ruộng | Thanh tra xã Gia Lâm đo ngày 7/10: khung thép 12x30 m dựng trên đất lúa, không phép. Đã niêm phong, cắt điện thi công; chủ khung thép nhận quyết định khắc phục, hạn tháo 06/11/2026.
NS-02 | Công ty Nước sạch Hà Nội | document | nước có cặn đen | Nước có cặn đen do súc xả tuyến D300 phố Minh Khai đêm 9/10. Xí nghiệp Hai Bà Trưng xả cặn 40 phút tại 3 họng, kết quả mẫu 11/10 đạt QCVN 01-1.
VT-03 | Sở Khoa học và Công nghệ | document | ngày nào cũng bị gọi mời vay tiền | Sở Khoa học và Công nghệ ngày 09/10/2026 đã chuyển 3 số gọi rác cho nhà mạng; cả ba bị khóa hai chiều lúc 16h cùng ngày theo thông báo của Viettel.
YT-02 | Sở Y tế | document | chờ siêu âm 5 tiếng | Bệnh viện Thanh Nhàn giải trình: sáng 06/10 hỏng 2/5 máy siêu âm, 140 người chờ. Máy sửa xong 07/10, bệnh viện thêm bàn phát số hẹn giờ; thời gian chờ đo ngày 09/10 còn 55 phút.
`);

export const secondBad = readBadAnswers(`
no_what | MT-04 | Sở Nông nghiệp và Môi trường | document | bụi công trường | Sở Nông nghiệp và Môi trường ngày 10/10/2026 đã có công văn yêu cầu chủ đầu tư, nhà thầu chấp hành nghiêm túc các quy định về bảo vệ môi trường, che chắn, tưới nước theo quy định.
no_what | DT-02 | UBND phường Thanh Xuân | photo | chợ cóc | Tổ công tác phường Thanh Xuân đã ra quân nhiều đợt, tình hình trật tự cơ bản đã chuyển biến tích cực so với trước (báo cáo tháng 10/2026).
no_what | CS-02 | EVNHANOI | photo | mất điện | Điện lực đã cử nhân viên đến kiểm tra và khắc phục sự cố cho khách hàng trong ngày 12/10/2026, mong khách hàng thông cảm.
filler_only | DL-02 | UBND phường Văn Miếu | photo | tường di tích bị vẽ | Phường trân trọng ý kiến của ông bà và sẽ báo cáo cấp có thẩm quyền xem xét, cho ý kiến chỉ đạo.
filler_only | GD-02 | Sở Giáo dục và Đào tạo | document | ép học thêm | Sở đã tiếp nhận đơn. Sở sẽ giao phòng chuyên môn làm rõ và xử lý nghiêm nếu có sai phạm.
no_who | NS-03 | Công ty Nước sạch Hà Nội | photo | vỡ ống | Đường ống D150 đã được thay 2 m, mở nước lại lúc 11h ngày 12/10, áp lực ổn định, mặt đường đã hoàn trả.
no_when | CX-03 | UBND phường Long Biên | both | đầu độc cây | Cán bộ hạ tầng phường Long Biên rửa đất, bọc gốc, truyền dinh dưỡng cho cây sấu; Công an phường thụ lý theo phiếu tin số 214.
open_promise | CS-01 | Công ty Chiếu sáng và Thiết bị đô thị | photo | đèn tắt | Hapulico kiểm tra ngày 11/10, đứt cáp ngầm 20 m do đào đường. Công nhân sẽ kéo cáp mới khi đơn vị đào đường bàn giao mặt bằng.
photo_not_attached | MT-08 | UBND phường Tây Hồ | document | chuột chết | Sáng 11/10 công nhân vệ sinh phường Tây Hồ thu 7 xác chuột, phun Cloramin B 0,5 % dọc 120 m. Mời ông bà xem hình bên dưới.
text_only_points | AS-02 | Bảo hiểm xã hội thành phố | document | bảo hiểm thất nghiệp | Bảo hiểm xã hội đã trả lời trong file đính kèm nhé.
accusation | DT-01 | UBND phường Ô Chợ Dừa | photo | lấn vỉa hè | Tối 10/10 đội trật tự phường Ô Chợ Dừa thu 12 bộ bàn ghế, chủ quán vi phạm nhiều lần bị phạt 4 triệu đồng.
personal_data | AN-05 | Công an phường Cầu Giấy | document | lừa đảo | Công an phường Cầu Giấy ngày 08/10 xác định người gọi dùng số 0386.112.233, ngân hàng đã phong tỏa tài khoản, giữ lại 12 triệu đồng.
`);

/** Written last; short names of bodies (HTX, BQL, trưởng thôn) are all that was added because of them. */
export const thirdGood = readGoodAnswers(`
GT-10 | UBND phường Dương Nội | photo | thi công cống đào lên để đấy hai tháng | Sáng thứ Bảy 10/10, nhà thầu Thành Long đã san nền, trải đá dăm lớp 1 đoạn 140 m trước khu liền kề; hố ga cuối tuyến có nắp tạm và đèn nháy.
DT-03 | UBND phường Hoàn Kiếm | photo | biển quảng cáo nhà hàng che cả đèn tín hiệu | Phòng Kinh tế, Hạ tầng và Đô thị phường Hoàn Kiếm tháo biển 2,2 x 3 m tại góc Hàng Bài lúc 21h ngày 08/10. Mặt đèn tín hiệu nay thoáng hoàn toàn.
MT-05 | UBND xã Hoài Đức | both | nước mương đen ngòm do làng nghề | Tổ môi trường xã Hoài Đức lấy mẫu mương ngày 05/10/2026, COD gấp 3 quy chuẩn; truy ra ba cống thải của xưởng tinh bột. Ba xưởng bị bịt cống tạm và đang lắp bể lắng, xã hẹn nghiệm thu 20/10/2026.
CX-04 | UBND phường Đại Mỗ | photo | cỏ mọc um tùm dải phân cách không ai cắt | Cỏ dải phân cách đường Đại Mỗ được xén hôm qua, HTX Xuân Phương gom 3 xe cỏ. Lịch xén tiếp theo 10/11/2026.
CS-01 | UBND xã Thạch Thất | photo | đường xóm Chùa tối om trẻ con đi học về ngã | Xóm Chùa vừa có 11 bóng mới, đóng điện tối 09/10/2026. Kinh phí 18 triệu từ quỹ thắp sáng đường quê do trưởng thôn quản lý.
NS-04 | Công ty Nước sạch Hà Nội | document | đồng hồ nước quay nhanh bất thường | Nhân viên Xí nghiệp Hoàn Kiếm tháo đồng hồ đem kiểm định ngày 07/10: nhanh 6 %. Đồng hồ mới lắp 09/10, hóa đơn kỳ này giảm 11 khối. Giấy kiểm định đính kèm.
AN-07 | UBND phường Hoàn Kiếm | personal_data: Người lang thang có dấu hiệu tâm thần, không được phép đăng hình. | có người la hét xin tiền khách ở Tràng Tiền | Tổ công tác xã hội phường Hoàn Kiếm tiếp cận ông này lúc 16h ngày 09/10, đưa vào Trung tâm Bảo trợ xã hội 2 làm thủ tục tiếp nhận.
GD-01 | Sở Giáo dục và Đào tạo | document | trường thu quỹ lớp 2 triệu | Hiệu trưởng báo cáo Sở Giáo dục và Đào tạo ngày 08/10/2026: quỹ do ban phụ huynh tự thu, mức 2 triệu không qua họp. 38 gia đình nhận lại tiền ngày 09/10, biên nhận gửi kèm.
DL-01 | Sở Du lịch | document | taxi chặt chém khách nước ngoài ở phố cổ | Sở Du lịch chuyển phản ánh tới hãng taxi sáng 06/10, hãng xác định lái xe thu 500 nghìn cho quãng 2 km, cắt hợp đồng lái xe này và gửi trả khách 420 nghìn ngày 08/10.
DV-03 | Trung tâm Phục vụ hành chính công | document | app iHanoi đăng nhập báo lỗi 500 | Lỗi 500 xảy ra từ 7h đến 9h20 ngày 11/10/2026 vì hết hạn chứng thư máy chủ xác thực. Trung tâm Phục vụ hành chính công đã gia hạn chứng thư, cài cảnh báo trước 30 ngày.
`);

export const thirdBad = readBadAnswers(`
no_what | GT-03 | Phòng Cảnh sát giao thông | photo | tắc đường | Phòng Cảnh sát giao thông thường xuyên bố trí lực lượng tại các nút giao trọng điểm vào giờ cao điểm để điều tiết, phân luồng; ngày 12/10 tiếp tục duy trì.
no_what | MT-01 | UBND phường Nghĩa Đô | photo | rác ùn | Ngày 12/10/2026 UBND phường Nghĩa Đô đã yêu cầu đơn vị vệ sinh môi trường thu gom, vận chuyển rác theo đúng tần suất hợp đồng đã ký.
no_what | XD-01 | UBND phường Tây Mỗ | document | xây không phép | Trường hợp này đã được UBND phường Tây Mỗ xử lý từ trước theo quy định, hiện hồ sơ lưu tại phường (12/10/2026).
filler_only | CX-05 | UBND phường Nghĩa Đô | photo | công viên xuống cấp | Xin cảm ơn đóng góp của bạn, chúng tôi sẽ nghiên cứu đưa vào kế hoạch cải tạo trong thời gian tới.
filler_only | AN-02 | Công an phường Hà Đông | photo | gây rối | Công an phường Hà Đông đã nắm tình hình và đang củng cố hồ sơ để xử lý theo quy định của pháp luật.
no_who | MT-08 | UBND phường Tây Hồ | photo | chuột chết | Đã thu 7 xác chuột ở miệng cống phố Trích Sài và rắc vôi bột, phun khử khuẩn dọc 120 m trong sáng 11/10.
no_when | NN-01 | UBND xã Chương Mỹ | photo | kênh bị lấp | Hợp tác xã Đồng Tâm đưa máy xúc khơi 350 m kênh, vớt hết bèo và gạch, nước đã về ruộng.
open_promise | TN-02 | UBND phường Định Công | photo | cống tắc | Xí nghiệp Thoát nước số 6 xuống ngõ 99 ngày 11/10, cống bị rễ cây chèn 4 m. Xí nghiệp sẽ đưa máy cắt rễ tới khi bố trí được.
document_not_attached | GD-01 | Sở Giáo dục và Đào tạo | photo | lạm thu | Hiệu trưởng báo cáo Sở Giáo dục và Đào tạo ngày 08/10/2026, 38 gia đình nhận lại tiền ngày 09/10, có kèm theo bản danh sách ký nhận và biên bản.
third_person_named | DV-02 | UBND phường Láng | document | cán bộ thái độ | UBND phường Láng ngày 09/10/2026 làm việc với chị Phạm Thu Hà ở quầy 3, chị Hà đã viết kiểm điểm và xin lỗi Ông/Bà.
`);
