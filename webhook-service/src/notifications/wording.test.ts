import { expect, test } from 'vitest';
import { textsIn } from './message-texts.ts';
import { facts, render } from './testing/every-message.ts';

/** Every text word for word, as a citizen reads it on an ordinary day: a changed sentence shows here, and is read again. */
function wording(language: 'vi' | 'en'): string {
  const known = facts(language, 'short');
  return (Object.keys(render) as (keyof typeof render)[])
    .map(
      (name) =>
        `${name}\n${render[name](textsIn(language), known)
          .map((text) => `  ${text.replace(/\n/g, '⏎')}`)
          .join('\n')}`,
    )
    .join('\n');
}

test('the Vietnamese texts', () => {
  expect(wording('vi')).toMatchInlineSnapshot(`
    "welcome
      Kênh phản ánh thành phố Hà Nội xin chào bạn. Gửi ảnh, vị trí và vài chữ về sự việc ngay tại đây.⏎Bạn sẽ nhận mã phản ánh, tên đơn vị xử lý và hạn trả lời. Việc khẩn cấp, xin gọi 113, 114 hoặc 115.
    received
      Đã nhận phản ánh HN-7K3MR4T5: Ổ gà, mặt đường hư hỏng tại số 12 phố Láng Hạ. Chúng tôi sẽ chuyển UBND phường Láng xử lý trước 16:30 thứ Tư, 30/12/2026. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Đã nhận phản ánh HN-7K3MR4T5: Ổ gà, mặt đường hư hỏng tại số 12 phố Láng Hạ. Chúng tôi sẽ chuyển UBND phường Láng xử lý trước 16:30 thứ Tư, 30/12/2026. Theo vị trí, nơi này có lẽ thuộc phường Láng; nếu chưa đúng, xin nhắn tên phường, xã. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Đã nhận phản ánh HN-7K3MR4T5: Ổ gà, mặt đường hư hỏng tại số 12 phố Láng Hạ. Chúng tôi sẽ chuyển UBND phường Láng xử lý trước 16:30 thứ Tư, 30/12/2026. Nơi này thuộc phường Láng (tạm tính) hay phường Láng? Xin nhắn tên phường, xã. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    receivedForTray
      Đã nhận phản ánh HN-7K3MR4T5: Ổ gà, mặt đường hư hỏng tại số 12 phố Láng Hạ. Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước 16:30 thứ Tư, 30/12/2026. Nơi này thuộc phường Láng, phường Láng hay phường Láng? Xin nhắn tên phường, xã. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Đã nhận phản ánh HN-7K3MR4T5: Ổ gà, mặt đường hư hỏng tại số 12 phố Láng Hạ. Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước 16:30 thứ Tư, 30/12/2026. Nơi này thuộc phường Láng hay phường Láng? Xin nhắn tên phường, xã. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Đã nhận phản ánh HN-7K3MR4T5: sự việc bạn nêu. Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước 16:30 thứ Tư, 30/12/2026. Để chuyển nhanh hơn, xin gửi vị trí hoặc nhắn tên phường, xã. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Đã nhận phản ánh HN-7K3MR4T5: sự việc bạn nêu. Cán bộ tiếp nhận sẽ xác định đơn vị xử lý trước 16:30 thứ Tư, 30/12/2026. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    dispatched
      HN-7K3MR4T5 đã chuyển UBND phường Láng xử lý. Hạn trả lời: 16:30 thứ Tư, 30/12/2026. Đơn vị sẽ nhắn nếu cần thêm thông tin.
      HN-7K3MR4T5 đã chuyển UBND phường Láng xử lý. Đơn vị sẽ nhắn nếu cần thêm thông tin.
    handedOver
      HN-7K3MR4T5 thuộc trách nhiệm của UBND phường Láng, đã chuyển ngày 30/12/2026. Hạn trả lời không đổi: 16:30 thứ Tư, 30/12/2026.
      HN-7K3MR4T5 thuộc trách nhiệm của UBND phường Láng, đã chuyển ngày 30/12/2026.
    emergency
      Nếu có người đang gặp nguy hiểm, hãy gọi ngay 114. Tin nhắn này không thay cho cuộc gọi. Chúng tôi vẫn lưu và chuyển phản ánh của bạn.
      Nếu có người đang gặp nguy hiểm, hãy gọi ngay 114 hoặc 115. Tin nhắn này không thay cho cuộc gọi. Chúng tôi vẫn lưu và chuyển phản ánh của bạn.
      Nếu có người đang gặp nguy hiểm, hãy gọi ngay 111, 112, 113, 114 hoặc 115. Tin nhắn này không thay cho cuộc gọi. Chúng tôi vẫn lưu và chuyển phản ánh của bạn.
    askPlace
      Sự việc ở đâu? Xin gửi vị trí (nút + rồi chọn Vị trí), hoặc gõ địa chỉ kèm tên phường, xã.
    askWhat
      Bạn muốn phản ánh việc gì? Xin viết một câu, ví dụ: ổ gà giữa đường, rác ba ngày chưa thu.
    askBoth
      Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.
      Đã nhận 1 ảnh. Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.
      Đã nhận 250 ảnh. Sự việc là gì và ở đâu? Xin viết một câu và gửi vị trí, hoặc địa chỉ kèm tên phường, xã.
    askPlaceOrSame
      Đây là việc mới, hay nói thêm về HN-7K3MR4T5? Nói thêm: xin nhắn "thêm". Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.
    askWhichReport
      Địa điểm này là của phản ánh nào: HN-7K3MR4T5 hay HN-7K3MR4T5? Xin nhắn lại mã của phản ánh đó.
      Địa điểm này là của phản ánh nào: HN-7K3MR4T5, HN-7K3MR4T5 hay HN-7K3MR4T5? Xin nhắn lại mã của phản ánh đó.
    placeUnknown
      nơi chưa rõ
    cancelled
      Đã huỷ nội dung vừa gửi, chưa có phản ánh nào được tạo. Khi cần, xin gửi lại ảnh, vị trí và vài chữ.
    nothingToCancel
      Không có nội dung nào đang soạn để huỷ. Phản ánh đã có mã vẫn được xử lý; muốn rút, xin nhắn "rút" kèm mã; để xem tiến độ, xin nhắn "tra cứu" kèm mã.
    unsupported
      Tin vừa gửi chưa mở được ở đây. Xin viết một câu về sự việc, hoặc gửi ảnh, vị trí hay tin thoại.
    status
      HN-7K3MR4T5: Đã chuyển đơn vị xử lý. UBND phường Láng đang giữ. Hạn trả lời: 16:30 thứ Tư, 30/12/2026. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      HN-7K3MR4T5: Đã chuyển đơn vị xử lý. Hạn chuyển đơn vị xử lý: 16:30 thứ Tư, 30/12/2026. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      HN-7K3MR4T5: Đã chuyển đơn vị xử lý. Xem tiến độ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    statusUnknown
      Không tìm thấy phản ánh HN-7K3MR4T5. Xin so lại từng ký tự của mã trong tin đã nhận.
    statusUnreadable
      Mã vừa gửi chưa đúng, có thể sai, thiếu hoặc đảo một ký tự. Xin chép lại mã trong tin đã nhận, ví dụ: tra cứu HN-…
    noReportYet
      Chưa có phản ánh nào được gửi từ tài khoản Zalo này. Nếu có mã, xin nhắn "tra cứu" kèm mã, ví dụ: tra cứu HN-…
    addedToReport
      Đã thêm 2 ảnh vào phản ánh HN-7K3MR4T5. Nếu là việc khác, xin viết một câu về việc đó kèm địa chỉ.
      Đã thêm 1 ảnh và lời bạn vừa nhắn vào phản ánh HN-7K3MR4T5. Đã ghi nơi xảy ra của HN-7K3MR4T5: số 12 phố Láng Hạ.
      Đã ghi nơi xảy ra của HN-7K3MR4T5: số 12 phố Láng Hạ.
      Đã thêm thông tin bạn gửi vào phản ánh HN-7K3MR4T5.
    overdue
      HN-7K3MR4T5 đã quá hạn 16:30 thứ Tư, 30/12/2026. Xin lỗi vì sự chậm trễ. UBND phường Láng vẫn đang giữ; UBND thành phố Hà Nội đã được báo và phải có ý kiến trước 16:30 thứ Tư, 30/12/2026. Bạn không cần gửi lại.
      HN-7K3MR4T5 đã quá hạn 16:30 thứ Tư, 30/12/2026. Xin lỗi vì sự chậm trễ. UBND phường Láng vẫn đang giữ và chưa trả lời. Bạn không cần gửi lại.
      HN-7K3MR4T5 đã quá hạn 16:30 thứ Tư, 30/12/2026. Xin lỗi vì sự chậm trễ. Cán bộ tiếp nhận vẫn đang giữ; Văn phòng UBND thành phố đã được báo. Bạn không cần gửi lại.
    delayAhead
      HN-7K3MR4T5 có thể bị chậm: UBND phường Láng chưa trả lời, hạn là 16:30 thứ Tư, 30/12/2026. Đơn vị đã được nhắc. Nếu quá hạn, cấp trên của đơn vị sẽ được báo và bạn sẽ nhận tin. Xin lỗi nếu bạn phải chờ thêm.
    askCitizen
      UBND phường Láng cần thêm thông tin cho HN-7K3MR4T5: Chờ nhà thầu giao vật tư. Xin nhắn trả lời tại đây trước 16:30 thứ Tư, 30/12/2026; thời gian chờ không tính vào hạn xử lý.
      Cán bộ tiếp nhận cần thêm thông tin cho HN-7K3MR4T5: Chờ nhà thầu giao vật tư? Xin nhắn trả lời tại đây trước 16:30 thứ Tư, 30/12/2026; thời gian chờ không tính vào hạn xử lý.
    waitTimedOut
      Chưa nhận được bổ sung cho HN-7K3MR4T5. UBND phường Láng tiếp tục với thông tin đang có. Hạn mới: 16:30 thứ Tư, 30/12/2026. Bạn vẫn gửi thêm được, xin nhắn kèm mã này.
      Chưa nhận được bổ sung cho HN-7K3MR4T5. Cán bộ tiếp nhận tiếp tục với thông tin đang có. Bạn vẫn gửi thêm được, xin nhắn kèm mã này.
    extended
      UBND phường Láng xin lỗi: HN-7K3MR4T5 chưa xong vì chờ nhà thầu giao vật tư. Hạn mới: 16:30 thứ Tư, 30/12/2026.
      UBND phường Láng xin lỗi: HN-7K3MR4T5 chưa xong vì chờ nhà thầu giao vật tư.
    escalated
      HN-7K3MR4T5 vượt thẩm quyền của UBND phường Láng, đã báo cáo UBND thành phố Hà Nội kèm đề xuất. Hiện UBND thành phố Hà Nội đang giữ, hạn trả lời không đổi: 16:30 thứ Tư, 30/12/2026.
      HN-7K3MR4T5 vượt thẩm quyền của UBND phường Láng, đã báo cáo UBND thành phố Hà Nội kèm đề xuất. Hiện UBND thành phố Hà Nội đang giữ.
    sentToCoordinator
      HN-7K3MR4T5 chưa xác định được đơn vị chịu trách nhiệm nên đã chuyển UBND thành phố Hà Nội quyết định. Hạn trả lời không đổi: 16:30 thứ Tư, 30/12/2026.
      HN-7K3MR4T5 chưa xác định được đơn vị chịu trách nhiệm nên đã chuyển UBND thành phố Hà Nội quyết định.
    answered
      UBND phường Láng đã trả lời HN-7K3MR4T5: Chờ nhà thầu giao vật tư. Ảnh, văn bản kèm theo: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5⏎Việc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".
      UBND phường Láng đã trả lời HN-7K3MR4T5: Chờ nhà thầu giao vật tư. Xem đầy đủ: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5⏎Việc đã xong chưa? Xin nhắn "đã xong" hoặc "chưa xong".
    reopened
      HN-7K3MR4T5 đã được mở lại vì có ý kiến việc chưa xong. Lần này lãnh đạo UBND phường Láng phải trả lời. Hạn trả lời: 16:30 thứ Tư, 30/12/2026.
      HN-7K3MR4T5 đã được mở lại vì có ý kiến việc chưa xong. Đã chuyển lên cấp trên: UBND phường Láng đang giữ.
    rechecked
      Kết quả HN-7K3MR4T5 được Văn phòng UBND thành phố yêu cầu kiểm tra lại. UBND phường Láng tiếp tục xử lý. Hạn trả lời: 16:30 thứ Tư, 30/12/2026.
      Kết quả HN-7K3MR4T5 được Văn phòng UBND thành phố yêu cầu kiểm tra lại. UBND phường Láng tiếp tục xử lý.
    askRating
      Cảm ơn bạn đã xác nhận HN-7K3MR4T5 đã xong. Bạn đánh giá kết quả thế nào? Xin nhắn "hài lòng", "chấp nhận" hoặc "chưa hài lòng".
    askUnsatisfiedReason
      Xin cho biết điều chưa đạt ở HN-7K3MR4T5, nhắn một số: 1 trả lời chung chung, 2 thiếu ảnh hoặc văn bản, 3 thực tế chưa xử lý, 4 quá chậm, 5 điều khác.
    ratingThanks
      Đã lưu đánh giá "hài lòng" cho HN-7K3MR4T5. Cảm ơn bạn.
      Đã lưu đánh giá "chấp nhận" cho HN-7K3MR4T5. Cảm ơn bạn.
      Đã lưu đánh giá "chưa hài lòng" cho HN-7K3MR4T5. Cán bộ rà soát sẽ đọc và xác định nguyên nhân. Đánh giá không tự mở lại phản ánh: nếu việc chưa xong, xin nhắn "HN-7K3MR4T5 chưa xong".
      Đã lưu đánh giá "chưa hài lòng" cho HN-7K3MR4T5. Cán bộ rà soát sẽ đọc và xác định nguyên nhân.
    refused
      Chúng tôi không thể tiếp nhận HN-7K3MR4T5 vì Chờ nhà thầu giao vật tư. Ông/Bà có thể gửi tới: Chờ nhà thầu giao vật tư. Nếu chưa đồng ý, nhắn "HN-7K3MR4T5 xem lại" để được xem lại một lần.
      Chúng tôi không thể tiếp nhận HN-7K3MR4T5 vì Chờ nhà thầu giao vật tư. Ông/Bà có thể gửi tới: Chờ nhà thầu giao vật tư.
    objectionTaken
      HN-7K3MR4T5 được xem lại theo đề nghị của bạn. Cán bộ tiếp nhận sẽ quyết định trước 16:30 thứ Tư, 30/12/2026. Việc xem lại chỉ thực hiện một lần.
    merged
      Phản ánh HN-7K3MR4T5 của bạn trùng sự việc HN-HF2WTX3K đang được UBND phường Láng xử lý. Bạn giữ mã của mình, nhận cùng kết quả và tự đánh giá. Nếu là việc khác, xin gửi lại, mở đầu bằng "việc mới".
      Phản ánh HN-7K3MR4T5 của bạn trùng sự việc HN-HF2WTX3K, cán bộ tiếp nhận đang giữ. Bạn giữ mã của mình, nhận cùng kết quả và tự đánh giá. Nếu là việc khác, xin gửi lại, mở đầu bằng "việc mới".
    split
      HN-7K3MR4T5 được tách ra để xử lý riêng, vì là việc khác. Hạn hiện tại: 16:30 thứ Tư, 30/12/2026.
      HN-7K3MR4T5 được tách ra để xử lý riêng, vì là việc khác.
    withdrawn
      Đã rút phản ánh HN-7K3MR4T5 theo yêu cầu của bạn. Khi cần, xin gửi phản ánh mới tại đây.
    closedSilent
      HN-7K3MR4T5 được đóng sau 7 ngày chưa có ý kiến. Nếu việc chưa xong, nhắn "HN-7K3MR4T5 chưa xong".
    dueChanged
      Hạn của HN-7K3MR4T5 nay là 16:30 thứ Tư, 30/12/2026, vì chờ nhà thầu giao vật tư.
    replyTaken
      Đã chuyển câu trả lời của bạn về HN-7K3MR4T5 cho UBND phường Láng. Hạn trả lời hiện tại: 16:30 thứ Tư, 30/12/2026. Nếu bạn nói về việc khác, xin gửi lại và mở đầu bằng "việc mới".
      Đã chuyển câu trả lời của bạn về HN-7K3MR4T5 cho cán bộ tiếp nhận. Hạn chuyển đơn vị xử lý hiện tại: 16:30 thứ Tư, 30/12/2026. Nếu bạn nói về việc khác, xin gửi lại và mở đầu bằng "việc mới".
      Đã chuyển câu trả lời của bạn về HN-7K3MR4T5 cho cán bộ tiếp nhận. Nếu bạn nói về việc khác, xin gửi lại và mở đầu bằng "việc mới".
    replyAwaited
      Câu hỏi về HN-7K3MR4T5 vẫn chờ bạn trả lời: Chờ nhà thầu giao vật tư. Xin viết câu trả lời, ví dụ "đúng", "không đúng" hoặc một câu ngắn.
    askWhichMove
      Bạn nói về phản ánh HN-7K3MR4T5? Nếu đúng, xin nhắn "HN-7K3MR4T5 đã xong".
      Bạn nói về phản ánh nào: HN-7K3MR4T5 hay HN-HF2WTX3K? Xin nhắn mã của phản ánh đó, ví dụ "HN-7K3MR4T5 chưa hài lòng".
      Bạn nói về phản ánh nào: HN-7K3MR4T5, HN-7K3MR4T5 hay HN-7K3MR4T5? Xin nhắn mã của phản ánh đó, ví dụ "HN-7K3MR4T5 chưa hài lòng".
    askResultOrNew
      Bạn nói về kết quả HN-7K3MR4T5, hoặc một việc mới? Kết quả: xin nhắn "đã xong" hoặc "chưa xong". Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.
      Bạn nói về kết quả HN-7K3MR4T5, HN-HF2WTX3K hay HN-7K3MR4T5, hoặc một việc mới? Kết quả: xin nhắn mã kèm "đã xong" hoặc "chưa xong". Việc mới: xin gửi vị trí, hoặc gõ địa chỉ kèm tên phường, xã.
    askWhichReply
      Câu trả lời này cho phản ánh nào: HN-7K3MR4T5 hay HN-HF2WTX3K? Xin nhắn mã của phản ánh đó.
    nothingToMove
      Chưa có phản ánh nào của bạn đang chờ xác nhận. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.
      Chưa có kết quả nào của bạn đang chờ xác nhận. Nếu muốn mở lại phản ánh đã đóng, xin nhắn mã kèm chữ "chưa xong".
      Chưa có kết quả nào đang chờ bạn đánh giá. Nếu muốn đánh giá một phản ánh cũ, xin nhắn mã kèm lời đánh giá.
      Không có phản ánh nào của bạn có thể rút lúc này. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.
      Không có phản ánh nào của bạn chờ xem lại. Để xem tiến độ, xin nhắn "tra cứu" kèm mã.
      Chưa có phản ánh nào được gợi ý là trùng với phản ánh của bạn. Để theo dõi một phản ánh, xin nhắn "theo dõi" kèm mã.
    notYours
      HN-7K3MR4T5 không phải phản ánh gửi từ tài khoản Zalo này, nên chỉ xem được tiến độ. Xin nhắn "tra cứu HN-7K3MR4T5", hoặc "theo dõi HN-7K3MR4T5" để nhận tin khi có kết quả.
    cannot
      HN-7K3MR4T5 chưa có kết quả nên chưa thể xác nhận hay đánh giá. UBND phường Láng đang giữ, hạn trả lời: 16:30 thứ Tư, 30/12/2026. Khi có kết quả, bạn sẽ nhận tin.
      HN-7K3MR4T5 chưa có kết quả nên chưa thể xác nhận hay đánh giá. Cán bộ tiếp nhận đang xem. Khi có kết quả, bạn sẽ nhận tin.
      HN-7K3MR4T5 đang được UBND phường Láng xử lý nên được giữ riêng. Bạn sẽ nhận kết quả của chính phản ánh này.
      HN-7K3MR4T5 đang được đơn vị xử lý nên được giữ riêng. Bạn sẽ nhận kết quả của chính phản ánh này.
      HN-7K3MR4T5 đang chờ bạn trả lời một câu hỏi. Xin trả lời câu hỏi đó trước.
      HN-7K3MR4T5 đang chờ bạn trả lời một câu hỏi. Xin trả lời câu hỏi đó trước.
      HN-7K3MR4T5 đã có kết quả. Việc đã xong chưa? Xin nhắn "HN-7K3MR4T5 đã xong" hoặc "HN-7K3MR4T5 chưa xong".
      HN-7K3MR4T5 đã có kết quả. Việc đã xong chưa? Xin nhắn "HN-7K3MR4T5 đã xong" hoặc "HN-7K3MR4T5 chưa xong".
      HN-7K3MR4T5 đã đóng nên không cần làm gì thêm. Nếu sự việc tái diễn, xin gửi phản ánh mới và nhắc mã này.
      HN-7K3MR4T5 đã đóng nên không cần làm gì thêm. Nếu sự việc tái diễn, xin gửi phản ánh mới và nhắc mã này.
      HN-7K3MR4T5 không được tiếp nhận. Nếu chưa đồng ý và chưa đề nghị xem lại lần nào, xin nhắn "HN-7K3MR4T5 xem lại".
      HN-7K3MR4T5 không được tiếp nhận. Nếu chưa đồng ý và chưa đề nghị xem lại lần nào, xin nhắn "HN-7K3MR4T5 xem lại".
      HN-7K3MR4T5 đã gộp với phản ánh về cùng sự việc và nhận cùng kết quả, nên không cần làm riêng.
      HN-7K3MR4T5 đã gộp với phản ánh về cùng sự việc và nhận cùng kết quả, nên không cần làm riêng.
      HN-7K3MR4T5 đã được rút theo yêu cầu của bạn. Nếu việc vẫn còn, xin gửi phản ánh mới.
      HN-7K3MR4T5 đã được rút theo yêu cầu của bạn. Nếu việc vẫn còn, xin gửi phản ánh mới.
      HN-7K3MR4T5 chưa rút được vì UBND phường Láng đã bắt đầu xử lý. Nếu việc đã xong, xin xác nhận khi nhận kết quả.
      HN-7K3MR4T5 chưa rút được vì đơn vị đã bắt đầu xử lý. Nếu việc đã xong, xin xác nhận khi nhận kết quả.
      HN-7K3MR4T5 hiện không có câu hỏi nào chờ bạn trả lời. Muốn bổ sung, xin nhắn kèm mã này.
      HN-7K3MR4T5 hiện không có câu hỏi nào chờ bạn trả lời. Muốn bổ sung, xin nhắn kèm mã này.
      HN-7K3MR4T5 không bị từ chối nên không cần xem lại. Để xem tiến độ, xin nhắn "tra cứu HN-7K3MR4T5".
      HN-7K3MR4T5 không bị từ chối nên không cần xem lại. Để xem tiến độ, xin nhắn "tra cứu HN-7K3MR4T5".
      Bạn đã đánh giá kết quả HN-7K3MR4T5, mỗi kết quả đánh giá một lần. Đánh giá của bạn được giữ nguyên.
      Bạn đã đánh giá kết quả HN-7K3MR4T5, mỗi kết quả đánh giá một lần. Đánh giá của bạn được giữ nguyên.
      HN-7K3MR4T5 đã được xem lại một lần theo đề nghị của bạn. Khi có tình tiết mới, xin gửi phản ánh mới.
      HN-7K3MR4T5 đã được xem lại một lần theo đề nghị của bạn. Khi có tình tiết mới, xin gửi phản ánh mới.
      Phản ánh được gợi ý không còn mở, nên HN-7K3MR4T5 vẫn được xử lý riêng.
      Phản ánh được gợi ý không còn mở, nên HN-7K3MR4T5 vẫn được xử lý riêng.
      Chưa thấy phản ánh nào trùng với HN-7K3MR4T5, nên HN-7K3MR4T5 vẫn được xử lý riêng.
      Chưa thấy phản ánh nào trùng với HN-7K3MR4T5, nên HN-7K3MR4T5 vẫn được xử lý riêng.
      Chưa làm được việc này với HN-7K3MR4T5. Để xem tiến độ, xin nhắn "tra cứu HN-7K3MR4T5".
      Chưa làm được việc này với HN-7K3MR4T5. Để xem tiến độ, xin nhắn "tra cứu HN-7K3MR4T5".
    followerDone
      Cảm ơn bạn. HN-7K3MR4T5 sẽ đóng khi người gửi phản ánh chính xác nhận. Bạn đánh giá kết quả thế nào? Xin nhắn "hài lòng", "chấp nhận" hoặc "chưa hài lòng".
    duplicateOffer
      HN-7K3MR4T5 có thể trùng HN-HF2WTX3K đã gửi trước: Ổ gà, mặt đường hư hỏng, phường Láng, cách khoảng 30 m. Nếu cùng một việc, nhắn "cùng phản ánh HN-HF2WTX3K" để nhận cùng kết quả. Nếu không, bạn không cần làm gì.
      HN-7K3MR4T5 có thể trùng HN-HF2WTX3K đã gửi trước: Ổ gà, mặt đường hư hỏng. Nếu cùng một việc, nhắn "cùng phản ánh HN-HF2WTX3K" để nhận cùng kết quả. Nếu không, bạn không cần làm gì.
      HN-7K3MR4T5 có thể trùng HN-HF2WTX3K đã gửi trước: Ổ gà, mặt đường hư hỏng, phường Láng, cách khoảng 10 m. Nếu cùng một việc, nhắn "cùng phản ánh HN-HF2WTX3K" để nhận cùng kết quả. Nếu không, bạn không cần làm gì.
    followed
      Bạn đang theo dõi HN-7K3MR4T5 và sẽ nhận tin khi có kết quả. UBND phường Láng đang giữ, hạn trả lời: 16:30 thứ Tư, 30/12/2026.
      Bạn đang theo dõi HN-7K3MR4T5 và sẽ nhận tin khi có kết quả. UBND phường Láng đang giữ.
      Bạn đang theo dõi HN-7K3MR4T5 và sẽ nhận tin khi có kết quả.
    unfollowed
      Đã thôi theo dõi HN-7K3MR4T5. Bạn sẽ không nhận tin về phản ánh này nữa.
    cannotFollow
      Chưa theo dõi được HN-7K3MR4T5 vì phản ánh này đã kết thúc hoặc không công khai. Để xem tiến độ, xin nhắn "tra cứu HN-7K3MR4T5".
    askWhichMeant
      Bạn nói về phản ánh nào: HN-7K3MR4T5 hay HN-HF2WTX3K? Xin nhắn mã của phản ánh đó.
    kept
      Đã giữ tin thoại cùng phản ánh; cán bộ sẽ nghe.
      Đã giữ video và tệp cùng phản ánh; cán bộ sẽ xem và đọc.
      Đã giữ tin thoại, video và tệp cùng phản ánh; cán bộ sẽ nghe, xem và đọc.
    keptWith
      Đã giữ tin thoại cùng phản ánh HN-7K3MR4T5; cán bộ sẽ nghe. Nếu tiện, xin viết thêm một câu về sự việc, kèm mã này.
      Đã giữ video cùng phản ánh HN-7K3MR4T5; cán bộ sẽ xem.
    cardNotNeeded
      Không cần gửi danh thiếp; số điện thoại trong đó không được lưu. Xin viết sự việc, kèm ảnh và vị trí.
    callNotAnswered
      Kênh này không nghe điện thoại. Xin nhắn sự việc kèm ảnh và vị trí tại đây. Việc khẩn cấp, hãy gọi 113, 114 hoặc 115.
    signIn
      Để gửi phản ánh, xin đăng nhập Zalo rồi nhắn lại tại đây; kết quả cũng được báo ở đó. Việc khẩn cấp, hãy gọi 113, 114 hoặc 115.
      Nếu có người đang gặp nguy hiểm, hãy gọi ngay 114 hoặc 115. Tin này vẫn được lưu và chuyển đi. Để bổ sung và nhận kết quả, xin đăng nhập Zalo rồi nhắn lại.
    calm
      Việc gì làm bạn bức xúc, xin viết một câu kèm ảnh và vị trí. Phản ánh nào cũng có mã, đơn vị xử lý và hạn trả lời.
    severalMatters
      HN-7K3MR4T5 đang giữ cả 3 việc bạn nêu, xử lý theo nơi: số 12 phố Láng Hạ. Để mỗi việc đến đúng đơn vị, xin gửi riêng từng việc còn lại, mở đầu bằng "việc mới".
      HN-7K3MR4T5 đang giữ cả 2 việc bạn nêu. Để mỗi việc đến đúng đơn vị, xin gửi riêng từng việc còn lại, mở đầu bằng "việc mới"."
  `);
});

test('the English texts', () => {
  expect(wording('en')).toMatchInlineSnapshot(`
    "welcome
      Welcome to the Hà Nội citizen report channel. Send photos, a location and a few words about the problem here.⏎You will get a report code, the unit in charge and a due time. In an emergency call 113, 114 or 115.
    received
      Report HN-7K3MR4T5 received: Pothole, damaged road at số 12 phố Láng Hạ. We will pass it on to UBND phường Láng (ward People's Committee) before 16:30 on Wednesday, 30 December 2026. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Report HN-7K3MR4T5 received: Pothole, damaged road at số 12 phố Láng Hạ. We will pass it on to UBND phường Láng (ward People's Committee) before 16:30 on Wednesday, 30 December 2026. By its position this is probably phường Láng; if not, please send the ward's name. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Report HN-7K3MR4T5 received: Pothole, damaged road at số 12 phố Láng Hạ. We will pass it on to UBND phường Láng (ward People's Committee) before 16:30 on Wednesday, 30 December 2026. Is this phường Láng (our guess) or phường Láng? Please send the ward's name. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    receivedForTray
      Report HN-7K3MR4T5 received: Pothole, damaged road at số 12 phố Láng Hạ. An intake officer will name the unit in charge before 16:30 on Wednesday, 30 December 2026. Is this phường Láng, phường Láng or phường Láng? Please send the ward's name. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Report HN-7K3MR4T5 received: Pothole, damaged road at số 12 phố Láng Hạ. An intake officer will name the unit in charge before 16:30 on Wednesday, 30 December 2026. Is this phường Láng or phường Láng? Please send the ward's name. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Report HN-7K3MR4T5 received: what you told us. An intake officer will name the unit in charge before 16:30 on Wednesday, 30 December 2026. To speed this up, please send a location or the name of the ward. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      Report HN-7K3MR4T5 received: what you told us. An intake officer will name the unit in charge before 16:30 on Wednesday, 30 December 2026. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    dispatched
      HN-7K3MR4T5 was sent to UBND phường Láng. They will answer by 16:30 on Wednesday, 30 December 2026. They will write if they need to know more.
      HN-7K3MR4T5 was sent to UBND phường Láng. They will write if they need to know more.
    handedOver
      HN-7K3MR4T5 is the responsibility of UBND phường Láng and was passed on to them on 30 December 2026. The due time stays: 16:30 on Wednesday, 30 December 2026.
      HN-7K3MR4T5 is the responsibility of UBND phường Láng and was passed on to them on 30 December 2026.
    emergency
      If anyone is in danger, call 114 now. This message does not replace the call. We still keep and forward your report.
      If anyone is in danger, call 114 or 115 now. This message does not replace the call. We still keep and forward your report.
      If anyone is in danger, call 111, 112, 113, 114 or 115 now. This message does not replace the call. We still keep and forward your report.
    askPlace
      Where is it? Please send a location (+ button, then Location), or type the address with the name of the ward.
    askWhat
      What would you like to report? Please write one sentence, for example: a pothole in the middle of the road.
    askBoth
      What is the problem and where? Please write one sentence and send a location, or an address with the ward.
      1 photo received. What is the problem and where? Please write one sentence and send a location, or an address with the ward.
      250 photos received. What is the problem and where? Please write one sentence and send a location, or an address with the ward.
    askPlaceOrSame
      Is this a new problem, or more about HN-7K3MR4T5? More about it: please send "add". New: please send a location, or an address with the ward.
    askWhichReport
      Which report is this place for: HN-7K3MR4T5 or HN-7K3MR4T5? Please send the code of that report.
      Which report is this place for: HN-7K3MR4T5, HN-7K3MR4T5 or HN-7K3MR4T5? Please send the code of that report.
    placeUnknown
      a place not given
    cancelled
      What you just sent was discarded, no report was made. Send photos, a location and a few words again at any time.
    nothingToCancel
      There is nothing in progress to cancel. A report that has a code is still being handled; to withdraw it, send "withdraw" with its code; to see it, "status" with its code.
    unsupported
      That message cannot be opened here. Please write one sentence about the problem, or send a photo, the location or a voice message.
    status
      HN-7K3MR4T5: Sent to the responsible agency. Held by UBND phường Láng. Answer due: 16:30 on Wednesday, 30 December 2026. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      HN-7K3MR4T5: Sent to the responsible agency. To be passed to the unit in charge by: 16:30 on Wednesday, 30 December 2026. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
      HN-7K3MR4T5: Sent to the responsible agency. Progress: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5
    statusUnknown
      No report HN-7K3MR4T5 was found. Please compare the code with the message you received.
    statusUnreadable
      That code is not right: one character may be wrong, missing or swapped. Please copy it from the message you received, for example: status HN-…
    noReportYet
      No report was sent from this Zalo account yet. If you have a code, send "status" with it, for example: status HN-…
    addedToReport
      Added 2 photos to report HN-7K3MR4T5. If this is about something else, please write one sentence about it with the address.
      Added 1 photo and your words to report HN-7K3MR4T5. The place of HN-7K3MR4T5 is now: số 12 phố Láng Hạ.
      The place of HN-7K3MR4T5 is now: số 12 phố Láng Hạ.
      Added what you sent to report HN-7K3MR4T5.
    overdue
      HN-7K3MR4T5 is past its due time 16:30 on Wednesday, 30 December 2026. We apologise for the delay. UBND phường Láng still holds it; UBND thành phố Hà Nội was told and must act by 16:30 on Wednesday, 30 December 2026. No need to send it again.
      HN-7K3MR4T5 is past its due time 16:30 on Wednesday, 30 December 2026. We apologise for the delay. UBND phường Láng still holds it and has not answered. No need to send it again.
      HN-7K3MR4T5 is past its due time 16:30 on Wednesday, 30 December 2026. We apologise for the delay. An intake officer still holds it; the city office was told. No need to send it again.
    delayAhead
      HN-7K3MR4T5 may be late: UBND phường Láng has not answered yet, it is due by 16:30 on Wednesday, 30 December 2026. They were reminded. If it becomes overdue, the body above them is told and so are you. We are sorry if you have to wait.
    askCitizen
      UBND phường Láng needs to know more about HN-7K3MR4T5: Waiting for material. Please reply here by 16:30 on Wednesday, 30 December 2026; the time you take is not counted.
      The intake officer needs to know more about HN-7K3MR4T5: Waiting for material? Please reply here by 16:30 on Wednesday, 30 December 2026; the time you take is not counted.
    waitTimedOut
      Nothing more was received for HN-7K3MR4T5. UBND phường Láng goes on with what there is. Now due by 16:30 on Wednesday, 30 December 2026. You can still add something at any time, with this code.
      Nothing more was received for HN-7K3MR4T5. The intake officer goes on with what there is. You can still add something at any time, with this code.
    extended
      UBND phường Láng apologises: HN-7K3MR4T5 is not finished. Reason: Waiting for material. Now due by 16:30 on Wednesday, 30 December 2026.
      UBND phường Láng apologises: HN-7K3MR4T5 is not finished. Reason: Waiting for material.
    escalated
      HN-7K3MR4T5 is beyond the authority of UBND phường Láng and was put before UBND thành phố Hà Nội with a proposal. UBND thành phố Hà Nội holds it now; the due time stays: 16:30 on Wednesday, 30 December 2026.
      HN-7K3MR4T5 is beyond the authority of UBND phường Láng and was put before UBND thành phố Hà Nội with a proposal. UBND thành phố Hà Nội holds it now.
    sentToCoordinator
      It is disputed who is responsible for HN-7K3MR4T5, so UBND thành phố Hà Nội will decide. The due time stays: 16:30 on Wednesday, 30 December 2026.
      It is disputed who is responsible for HN-7K3MR4T5, so UBND thành phố Hà Nội will decide.
    answered
      UBND phường Láng has answered HN-7K3MR4T5: Waiting for material. Photos and documents: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5⏎Is it solved? Please send "done" or "not done".
      UBND phường Láng has answered HN-7K3MR4T5: Waiting for material. In full: https://phananh.hanoi.gov.vn/tra-cuu/HN-7K3MR4T5⏎Is it solved? Please send "done" or "not done".
    reopened
      HN-7K3MR4T5 was reopened, because it is said not to be solved. This time the leader of UBND phường Láng must answer. Answer due by 16:30 on Wednesday, 30 December 2026.
      HN-7K3MR4T5 was reopened, because it is said not to be solved. It went one level up: UBND phường Láng holds it.
    rechecked
      The answer to HN-7K3MR4T5 is to be checked again, as the city office asked. UBND phường Láng goes on with it. Answer due by 16:30 on Wednesday, 30 December 2026.
      The answer to HN-7K3MR4T5 is to be checked again, as the city office asked. UBND phường Láng goes on with it.
    askRating
      Thank you for confirming that HN-7K3MR4T5 is solved. How do you rate the result? Please send "satisfied", "acceptable" or "not satisfied".
    askUnsatisfiedReason
      What was not good enough about HN-7K3MR4T5? Please send a number: 1 too general, 2 no photo or document, 3 not really solved, 4 too slow, 5 something else.
    ratingThanks
      Your rating "satisfied" for HN-7K3MR4T5 is recorded. Thank you.
      Your rating "acceptable" for HN-7K3MR4T5 is recorded. Thank you.
      Your rating "not satisfied" for HN-7K3MR4T5 is recorded. A reviewer will read it and find the cause. A rating does not reopen the report: if it is not solved, please send "HN-7K3MR4T5 not done".
      Your rating "not satisfied" for HN-7K3MR4T5 is recorded. A reviewer will read it and find the cause.
    refused
      We cannot take HN-7K3MR4T5 because Waiting for material. You can turn to: Waiting for material. If you disagree, send "HN-7K3MR4T5 review" once and it will be looked at again.
      We cannot take HN-7K3MR4T5 because Waiting for material. You can turn to: Waiting for material.
    objectionTaken
      HN-7K3MR4T5 will be looked at again as you asked. An intake officer will decide by 16:30 on Wednesday, 30 December 2026. This is done once.
    merged
      Your report HN-7K3MR4T5 is about the same matter as HN-HF2WTX3K, which UBND phường Láng is handling. You keep your code, get the same answer and rate it yourself. If it is something else, please send it again and begin with "new report".
      Your report HN-7K3MR4T5 is about the same matter as HN-HF2WTX3K, which an intake officer holds. You keep your code, get the same answer and rate it yourself. If it is something else, please send it again and begin with "new report".
    split
      HN-7K3MR4T5 is handled on its own again, as it is a different matter. Now due by 16:30 on Wednesday, 30 December 2026.
      HN-7K3MR4T5 is handled on its own again, as it is a different matter.
    withdrawn
      Report HN-7K3MR4T5 was withdrawn as you asked. You can send a new one here at any time.
    closedSilent
      HN-7K3MR4T5 was closed after 7 days without an opinion. If it is not solved, send "HN-7K3MR4T5 not done".
    dueChanged
      HN-7K3MR4T5 is now due by 16:30 on Wednesday, 30 December 2026. Reason: Waiting for material.
    replyTaken
      Your reply about HN-7K3MR4T5 was passed to UBND phường Láng. Answer now due by 16:30 on Wednesday, 30 December 2026. If you meant something else, please send it again and begin with "new report".
      Your reply about HN-7K3MR4T5 was passed to the intake officer. To be passed on now due by 16:30 on Wednesday, 30 December 2026. If you meant something else, please send it again and begin with "new report".
      Your reply about HN-7K3MR4T5 was passed to the intake officer. If you meant something else, please send it again and begin with "new report".
    replyAwaited
      The question about HN-7K3MR4T5 still waits for you: Waiting for material. Please write your answer, for example "yes, it is", "no" or a short sentence.
    askWhichMove
      Do you mean report HN-7K3MR4T5? If so, please send "HN-7K3MR4T5 đã xong".
      Which report do you mean: HN-7K3MR4T5 or HN-HF2WTX3K? Please send its code, for example "HN-7K3MR4T5 chưa hài lòng".
      Which report do you mean: HN-7K3MR4T5, HN-7K3MR4T5 or HN-7K3MR4T5? Please send its code, for example "HN-7K3MR4T5 chưa hài lòng".
    askResultOrNew
      Is this about the result of HN-7K3MR4T5, or something new? The result: please send "done" or "not done". New: please send a location, or an address with the ward.
      Is this about the result of HN-7K3MR4T5, HN-HF2WTX3K or HN-7K3MR4T5, or something new? The result: please send the code with "done" or "not done". New: please send a location, or an address with the ward.
    askWhichReply
      Which report is this reply for: HN-7K3MR4T5 or HN-HF2WTX3K? Please send the code of that report.
    nothingToMove
      No report of yours waits to be confirmed. To see how one stands, please send "status" with its code.
      No result of yours waits to be confirmed. To reopen a closed report, please send its code with the words "not done".
      No result waits for your rating. To rate an older report, please send its code with your rating.
      No report of yours can be withdrawn now. To see how one stands, please send "status" with its code.
      No report of yours waits to be looked at again. To see how one stands, please send "status" with its code.
      No report was found to be the same as yours. To follow a report, please send "follow" with its code.
    notYours
      HN-7K3MR4T5 was not sent from this Zalo account, so you can only see its progress. Please send "status HN-7K3MR4T5", or "follow HN-7K3MR4T5" to be told of the result.
    cannot
      HN-7K3MR4T5 has no answer yet, so it cannot be confirmed or rated. UBND phường Láng holds it; answer due by 16:30 on Wednesday, 30 December 2026. You will be told when there is an answer.
      HN-7K3MR4T5 has no answer yet, so it cannot be confirmed or rated. An intake officer has it. You will be told when there is an answer.
      HN-7K3MR4T5 stays on its own, because UBND phường Láng is working on it. You will get the result of this very report.
      HN-7K3MR4T5 stays on its own, because the agency is working on it. You will get the result of this very report.
      HN-7K3MR4T5 waits for your answer to a question. Please answer that first.
      HN-7K3MR4T5 waits for your answer to a question. Please answer that first.
      HN-7K3MR4T5 has been answered. Is it solved? Please send "HN-7K3MR4T5 done" or "HN-7K3MR4T5 not done".
      HN-7K3MR4T5 has been answered. Is it solved? Please send "HN-7K3MR4T5 done" or "HN-7K3MR4T5 not done".
      HN-7K3MR4T5 is closed; there is nothing more to do. If it happens again, please send a new report and mention this code.
      HN-7K3MR4T5 is closed; there is nothing more to do. If it happens again, please send a new report and mention this code.
      HN-7K3MR4T5 was not accepted. If you disagree and have not asked before, please send "HN-7K3MR4T5 review".
      HN-7K3MR4T5 was not accepted. If you disagree and have not asked before, please send "HN-7K3MR4T5 review".
      HN-7K3MR4T5 was merged with a report about the same matter and gets the same answer, so nothing is needed for it.
      HN-7K3MR4T5 was merged with a report about the same matter and gets the same answer, so nothing is needed for it.
      HN-7K3MR4T5 was withdrawn as you asked. If the problem is still there, please send a new report.
      HN-7K3MR4T5 was withdrawn as you asked. If the problem is still there, please send a new report.
      HN-7K3MR4T5 cannot be withdrawn: UBND phường Láng has begun to work on it. If it is solved, please confirm when you get the result.
      HN-7K3MR4T5 cannot be withdrawn: the agency has begun to work on it. If it is solved, please confirm when you get the result.
      HN-7K3MR4T5 has no question that waits for you. To add something, please write with this code.
      HN-7K3MR4T5 has no question that waits for you. To add something, please write with this code.
      HN-7K3MR4T5 was not refused, so there is nothing to look at again. To see how it stands, please send "status HN-7K3MR4T5".
      HN-7K3MR4T5 was not refused, so there is nothing to look at again. To see how it stands, please send "status HN-7K3MR4T5".
      You have rated the result of HN-7K3MR4T5; each result is rated once. Your rating stays as it is.
      You have rated the result of HN-7K3MR4T5; each result is rated once. Your rating stays as it is.
      HN-7K3MR4T5 was looked at again once, as you asked. With something new, please send a new report.
      HN-7K3MR4T5 was looked at again once, as you asked. With something new, please send a new report.
      The report that was offered is over, so HN-7K3MR4T5 is still handled on its own.
      The report that was offered is over, so HN-7K3MR4T5 is still handled on its own.
      No report was found to be the same as HN-7K3MR4T5, so HN-7K3MR4T5 is still handled on its own.
      No report was found to be the same as HN-7K3MR4T5, so HN-7K3MR4T5 is still handled on its own.
      This could not be done with HN-7K3MR4T5. To see how it stands, please send "status HN-7K3MR4T5".
      This could not be done with HN-7K3MR4T5. To see how it stands, please send "status HN-7K3MR4T5".
    followerDone
      Thank you. HN-7K3MR4T5 is closed once the sender of the main report confirms. How do you rate the result? Please send "satisfied", "acceptable" or "not satisfied".
    duplicateOffer
      HN-7K3MR4T5 may be the same as HN-HF2WTX3K, sent earlier: Pothole, damaged road, phường Láng, about 30 m away. If it is, send "same HN-HF2WTX3K" to get the same answer. If not, there is nothing to do.
      HN-7K3MR4T5 may be the same as HN-HF2WTX3K, sent earlier: Pothole, damaged road. If it is, send "same HN-HF2WTX3K" to get the same answer. If not, there is nothing to do.
      HN-7K3MR4T5 may be the same as HN-HF2WTX3K, sent earlier: Pothole, damaged road, phường Láng, about 10 m away. If it is, send "same HN-HF2WTX3K" to get the same answer. If not, there is nothing to do.
    followed
      You now follow HN-7K3MR4T5 and will be told of the result. UBND phường Láng holds it; answer due by 16:30 on Wednesday, 30 December 2026.
      You now follow HN-7K3MR4T5 and will be told of the result. UBND phường Láng holds it.
      You now follow HN-7K3MR4T5 and will be told of the result.
    unfollowed
      You no longer follow HN-7K3MR4T5 and will not be told of it any more.
    cannotFollow
      HN-7K3MR4T5 cannot be followed, because it is over or not public. To see how it stands, please send "status HN-7K3MR4T5".
    askWhichMeant
      Which report do you mean: HN-7K3MR4T5 or HN-HF2WTX3K? Please send its code.
    kept
      Your voice message is kept with the report; people will listen to it.
      Your video and file are kept with the report; people will watch and read them.
      Your voice message, video and file are kept with the report; people will listen to, watch and read them.
    keptWith
      Your voice message is kept with report HN-7K3MR4T5; people will listen to it. If you can, please write one sentence about it with this code.
      Your video is kept with report HN-7K3MR4T5; people will watch it.
    cardNotNeeded
      No business card is needed; the number on it is not kept. Please write what it is about, with a photo and the location.
    callNotAnswered
      Calls are not answered here. Please write what it is about, with a photo and the location. In an emergency call 113, 114 or 115.
    signIn
      To send a report, please sign in to Zalo and write again; you will hear the result there, too. In an emergency call 113, 114 or 115.
      If anybody is in danger, call 114 or 115 now. This message is kept and passed on. To add to it and hear the result, please sign in to Zalo and write again.
    calm
      Whatever troubles you, please write one sentence with a photo and the location. Every report gets a code, a unit in charge and a due time.
    severalMatters
      HN-7K3MR4T5 holds the 3 matters you wrote of, handled by this place: số 12 phố Láng Hạ. For each to reach its unit, please send the others one by one, beginning with "new problem".
      HN-7K3MR4T5 holds the 2 matters you wrote of. For each to reach its unit, please send the others one by one, beginning with "new problem"."
  `);
});
