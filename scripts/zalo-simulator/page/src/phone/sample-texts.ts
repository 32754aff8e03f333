/** Invented messages of the kinds the service must cope with. */
export const sampleTexts: readonly { group: string; texts: readonly string[] }[] = [
  {
    group: 'Phản ánh mới',
    texts: [
      'Trước số nhà 12 ngõ 79 Láng Hạ có ổ gà sâu, tối qua đã có người ngã xe.',
      'Rác tập kết ở đầu ngõ ba ngày nay chưa ai thu gom, mùi rất khó chịu.',
      'Đèn đường đoạn gần cổng trường không sáng từ hôm thứ Hai.',
      'Mưa xong nước ngập nửa bánh xe, cống bị rác bịt kín.',
      'Quán ăn bày bàn ghế kín vỉa hè, người già phải đi xuống lòng đường.',
    ],
  },
  {
    group: 'Trả lời, hỏi lại',
    texts: [
      'Đã xong rồi, tôi cảm ơn!',
      'Chưa xong đâu, chỉ vá được một nửa.',
      'Phản ánh của tôi đến đâu rồi?',
      'Chỗ đó ngay cạnh hiệu thuốc, đối diện bến xe buýt.',
    ],
  },
  {
    group: 'Khó hơn',
    texts: [
      'o ga to truoc cong cho, di xe may nguy hiem qua',
      'Hello, the street light near our hotel is broken, who can I tell?',
      'Alo',
      'Xin xóa hết dữ liệu của tôi.',
    ],
  },
];
