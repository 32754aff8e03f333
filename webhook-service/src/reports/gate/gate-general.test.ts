/** First published cause: chung chung. */
import { describe, expect, it } from 'vitest';
import { findingsOn, goodText, refusedBy, textOf } from './testing/answers.ts';

const by = (text: string, facts = {}) => refusedBy({ text, facts });

describe('chung chung: a specific answer', () => {
  it('passes, and every rule says what it found', () => {
    expect(findingsOn({})).toEqual([
      { rule: 'text_too_short', cause: 'general', ok: true, text: 'Nội dung dài 25 từ, đủ tối thiểu 14 từ.' },
      { rule: 'placeholder_left', cause: 'general', ok: true, text: 'Không còn chỗ trống chưa điền.' },
      { rule: 'no_what', cause: 'general', ok: true, text: 'Có nêu việc đã làm hoặc điều đã thấy.' },
      { rule: 'no_who', cause: 'general', ok: true, text: 'Có nêu ai thực hiện: “tổ hạ tầng”.' },
      { rule: 'no_when', cause: 'general', ok: true, text: 'Có nêu thời gian: “12/10/2026”.' },
      { rule: 'proof_missing', cause: 'no_proof', ok: true, text: 'Có minh chứng được tính.' },
    ]);
  });

  it.each(['NFC', 'NFD'] as const)('passes in %s', (form) => expect(by(goodText.normalize(form))).toEqual([]));

  it('passes without diacritics', () => {
    expect(
      by('Sang 12/10/2026, to ha tang phuong da va o ga truoc so 12 bang be tong nhua, mat duong bang phang tro lai.'),
    ).toEqual([]);
  });

  it('may hold a filler phrase beside its facts', () => {
    expect(by(`UBND phường Láng đã ghi nhận phản ánh và tăng cường kiểm tra. ${goodText}`)).toEqual([]);
  });
});

describe('chung chung: too short', () => {
  const words = (count: number) =>
    `Đội 3 vá xong ổ gà 9h hôm nay ${'nhựa '.repeat(20)}`.split(' ').slice(0, count).join(' ');

  it.each([
    ['emergency', 10],
    ['urgent', 12],
    ['normal', 14],
    ['none', 14],
    ['complex', 24],
  ] as const)('for the class %s below %i words', (priorityClass, least) => {
    expect(by(words(least), { priorityClass })).not.toContain('text_too_short');
    expect(by(words(least - 1), { priorityClass })).toContain('text_too_short');
  });

  it('says how many words there are and how many are needed, and greetings do not count', () => {
    expect(textOf('text_too_short', { text: 'Kính gửi Ông/Bà, đội 3 vá xong 9h hôm nay. Trân trọng cảm ơn.' })).toBe(
      'Nội dung mới có 7 từ (không kể lời chào), cần ít nhất 14 từ. Xin viết thêm: ai đã làm gì, ở đâu, khi nào, kết quả ra sao.',
    );
  });
});

describe('chung chung: nothing was found or done', () => {
  it.each([
    'UBND phường Láng đã ghi nhận phản ánh của Ông/Bà và sẽ xem xét trong thời gian tới, ngày 12/10/2026.',
    'Đơn vị tiếp thu ý kiến, đang rà soát và sẽ chỉ đạo các lực lượng chức năng xử lý nghiêm theo quy định.',
  ])('but filler phrases: %s', (text) => {
    expect(by(text)).toEqual(expect.arrayContaining(['filler_only', 'no_what']));
  });

  it('names the first filler phrase, so that the writer sees which words are meant', () => {
    const text = 'UBND phường Láng đang rà soát nội dung này và sẽ thông báo sau khi có kết quả chính thức.';
    expect(textOf('filler_only', { text })).toBe(
      'Câu trả lời chỉ gồm lời chung chung như “đang rà soát”. Xin thay bằng việc cụ thể: ai, đã làm gì, đến khi nào xong.',
    );
  });

  it('and no filler phrase either: only that the substance is missing', () => {
    const text = 'Ngày 11/10, UBND phường Láng đã kiểm tra và đã xử lý đối với nội dung công dân phản ánh.';
    expect(by(text)).toEqual(['no_what']);
    expect(textOf('no_what', { text })).toBe(
      'Chưa nói đã thấy gì tại hiện trường và đã làm gì. Xin nêu việc cụ thể, ví dụ: “đã thay 4 bóng đèn, kiểm tra lại cả 9 đèn đều sáng”.',
    );
  });

  it('when all it says is what the citizen had said', () => {
    const reportText = 'thay nắp cống vỡ trước số nhà 12, xe máy vấp ngã';
    expect(
      by('UBND phường Láng ngày 12/10 đã xử lý nắp cống vỡ trước số nhà 12 mà xe máy vấp.', { reportText }),
    ).toContain('no_what');
  });

  it('when others are told to do it', () => {
    expect(
      by('Ngày 12/10/2026 UBND phường Láng đã yêu cầu nhà thầu vá ổ gà, thảm lại mặt đường bằng nhựa nóng.'),
    ).toContain('no_what');
  });
});

describe('chung chung: nobody is named', () => {
  const anonymous = 'đã vá ổ gà trước số 12 bằng bê tông nhựa, mặt đường bằng phẳng từ sáng 12/10/2026.';

  it.each(['Lực lượng chức năng', 'Các đơn vị liên quan', 'Chúng tôi', 'Cơ quan có thẩm quyền'])(
    '%s is nobody',
    (nobody) => {
      expect(by(`${nobody} ${anonymous}`)).toEqual(['no_who']);
    },
  );

  it('asks for the agency by its own name', () => {
    expect(textOf('no_who', { text: `Chúng tôi ${anonymous}` })).toBe(
      'Chưa nói ai kiểm tra, ai thực hiện. Xin nêu tên đơn vị, tổ, đội hoặc chức danh, ví dụ: “UBND phường Láng”; “lực lượng chức năng” là chưa đủ.',
    );
  });
});

describe('chung chung: no day and no hour', () => {
  it('is refused with how to write one', () => {
    const text = 'Tổ hạ tầng phường đã vá ổ gà trước số 12 bằng bê tông nhựa, mặt đường bằng phẳng trở lại.';
    expect(by(text)).toEqual(['no_when']);
    expect(textOf('no_when', { text })).toBe(
      'Chưa nói khi nào. Xin ghi ngày, giờ kiểm tra hoặc hoàn thành, ví dụ: “sáng 12/10/2026” hoặc “14h30 hôm nay”.',
    );
  });
});

describe('chung chung: a promise', () => {
  const seen = 'Hôm nay UBND phường Láng kiểm tra thấy mặt đường lún sâu 15 cm.';

  it('of why, who and until when is an answer', () => {
    const text = `${seen} Chưa vá được vì hết nhựa nóng; Đội hạ tầng sẽ thảm lại trước ngày 20/10/2026.`;
    expect(by(text)).toEqual([]);
    expect(textOf('open_promise', { text })).toBe('Chưa xong nhưng đã nói rõ vì sao, ai làm và hạn xong.');
  });

  it.each([
    [`${seen} Dự kiến thảm lại trước ngày 20/10/2026.`, 'vì sao chưa xong'],
    [`${seen} Vì hết nhựa nóng nên sẽ thảm lại sau.`, 'đến ngày nào xong'],
    [`${seen} Sẽ thảm lại khi có điều kiện.`, 'vì sao chưa xong, đến ngày nào xong'],
  ])('%s lacks: %s', (text, lacks) => {
    expect(by(text)).toEqual(['open_promise']);
    expect(textOf('open_promise', { text })).toBe(
      `Việc chưa xong mà câu trả lời chưa nói ${lacks}. Xin nêu đủ lý do, đơn vị làm và ngày xong, ví dụ: “trước ngày 20/10/2026”.`,
    );
  });

  it('without anybody lacks who', () => {
    const text = 'Hôm nay kiểm tra thấy mặt đường lún sâu 15 cm do xe tải, sẽ thảm lại trước ngày 20/10/2026.';
    expect(by(text)).toEqual(['no_who', 'open_promise']);
    expect(textOf('open_promise', { text })).toContain('chưa nói ai sẽ làm.');
  });

  it('beside something done is only an outlook', () => {
    expect(by(`${goodText} Phường sẽ thảm lại cả phố khi có vốn.`)).toEqual([]);
  });

  it('after an inspection that found nothing is only an offer', () => {
    const text =
      'Tối 10/10/2026 Công an phường đến ngõ 192 từ 20h đến 22h30, không có nhà nào bật loa. Có tiếng ồn sẽ đến ngay.';
    expect(by(text)).toEqual([]);
  });
});

describe('chung chung: a standard text', () => {
  const body =
    'Kính gửi Ông/Bà. Về phản ánh {code}: {checkedBy} đã kiểm tra lúc {checkedAt}. Qua kiểm tra: {found}. Đã xử lý: {done}. Trân trọng.';
  const filled = (values: Record<string, string>) =>
    body.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
  const facts = { standardTexts: ['Văn bản khác hẳn không liên quan gì đến việc này.', body] };

  it('with its placeholders still there is no answer, and the first is named', () => {
    expect(by(body, facts)).toEqual(expect.arrayContaining(['placeholder_left', 'template_only']));
    expect(textOf('placeholder_left', { text: body })).toBe(
      'Còn chỗ trống chưa điền: “{code}”. Xin thay bằng thông tin thật của vụ việc này.',
    );
  });

  it('filled with nothing but the agency and the day is no answer', () => {
    const text = filled({ checkedBy: 'UBND phường Láng', checkedAt: '9h ngày 12/10/2026' });
    expect(by(text, facts)).toContain('template_only');
    expect(textOf('template_only', { text, facts })).toBe(
      'Câu trả lời chỉ là văn bản mẫu. Xin bổ sung điều riêng của vụ việc này: thấy gì tại chỗ, đã làm gì, kết quả ra sao.',
    );
  });

  it('filled with what was found and done is an answer', () => {
    const text = filled({
      code: 'HN-ABCD12',
      checkedBy: 'tổ hạ tầng phường Láng',
      checkedAt: '9h ngày 12/10/2026',
      found: 'mặt đường lún sâu 15 cm',
      done: 'vá bằng 1,5 tấn bê tông nhựa, lu phẳng',
    });
    expect(by(text, facts)).toEqual([]);
  });
});

describe('chung chung: copied', () => {
  const other = goodText.replace('số 12', 'số 14');

  it('from the earlier answer to this report, when most of the wording stays', () => {
    const facts = { earlierAnswers: [{ text: other, ofThisReport: true }] };
    expect(by(goodText, facts)).toEqual(['copy_of_own_answer']);
    expect(textOf('copy_of_own_answer', { facts })).toBe(
      'Câu trả lời gần như giống lần trả lời trước của chính phản ánh này, mà người dân đã báo chưa xong. Xin nói rõ đã làm thêm gì từ đó đến nay.',
    );
  });

  it('from an answer to another report, when nothing but a number differs; another house and another day are another answer', () => {
    const of = (text: string) => ({ earlierAnswers: [{ text, ofThisReport: false }] });
    expect(by(goodText, of(goodText))).toEqual(['copy_of_other_answer']);
    expect(by(goodText, of(other.replace('12/10', '08/10')))).toEqual([]);
    expect(textOf('copy_of_other_answer', { facts: of(goodText) })).toBe(
      'Câu trả lời gần như chép từ câu trả lời của một phản ánh khác. Xin viết riêng cho vụ việc này: địa điểm, thời gian, việc đã làm.',
    );
  });

  it('from the citizen', () => {
    const reportText =
      'Ổ gà to trước số 12 phố Láng Hạ, xe máy ngã liên tục, trời mưa không nhìn thấy hố rất nguy hiểm';
    const text = `${reportText}. UBND phường Láng đã vá xong 9h ngày 12/10.`;
    expect(by(text, { reportText })).toEqual(['repeats_report']);
    expect(textOf('repeats_report', { text, facts: { reportText } })).toBe(
      'Phần lớn câu trả lời lặp lại lời người dân. Xin viết điều đơn vị đã thấy và đã làm.',
    );
  });
});

describe('words that do not belong in a public answer', () => {
  it.each([
    [
      'Do Ông/Bà không cung cấp địa chỉ nên chậm.',
      'blame',
      'Không đổ lỗi cho người dân (“do ông/bà không”). Xin viết: “Để xử lý nhanh hơn, xin Ông/Bà bổ sung …”, hoặc bỏ câu này.',
    ],
    [
      'Liên hệ số 0912 345 678.',
      'personal_data',
      'Có số điện thoại di động trong câu trả lời công khai. Xin bỏ đi, hoặc ghi số đường dây nóng, số trực ban của đơn vị.',
    ],
    [
      'Số CCCD 001085012345.',
      'personal_data',
      'Có số căn cước hoặc số giấy tờ cá nhân trong câu trả lời công khai. Xin bỏ đi.',
    ],
    [
      'Xe 29F1-456.78 đã di dời.',
      'personal_data',
      'Có biển số xe trong câu trả lời công khai. Xin bỏ đi, chỉ cần ghi “01 xe ô tô”.',
    ],
    [
      'Phường đã mời ông Nguyễn Văn Hùng.',
      'third_person_named',
      'Không nêu tên người thứ ba (“ông Nguyễn Văn Hùng”) trong câu trả lời công khai. Xin viết “chủ nhà”, “hộ bị phản ánh”; nếu là cán bộ, xin ghi kèm chức vụ.',
    ],
    [
      'Đã phạt hộ vi phạm.',
      'accusation',
      'Không kết tội (“hộ vi phạm”). Xin viết “hộ bị phản ánh”, “người bị phản ánh”, hoặc nêu việc: “đã lập biên bản về hành vi …”.',
    ],
  ])('%s', (sentence, rule, said) => {
    expect(by(`${goodText} ${sentence}`)).toEqual([rule]);
    expect(findingsOn({ text: `${goodText} ${sentence}` })).toContainEqual({
      rule,
      cause: 'general',
      ok: false,
      text: said,
    });
  });
});
