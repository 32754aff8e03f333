import type { Category, CategoryGroup } from '../categories.ts';

export function category(code: string, name: string, rest: Partial<Category> = {}): Category {
  return {
    ...{
      code,
      name,
      hint: '',
      example: '',
      emergencyNumbers: [],
      accepts: true,
      published: true,
      whereInstead: null,
      answerTime: null,
    },
    ...rest,
  };
}

export const groups: CategoryGroup[] = [
  {
    code: 'GT',
    name: 'Giao thông, hạ tầng đường bộ',
    categories: [
      category('GT-01', 'Ổ gà, mặt đường hư hỏng, lún nứt', {
        hint: 'Chụp toàn cảnh đoạn đường và chụp gần chỗ hỏng.',
        example: 'Ổ gà sâu trước số 12 phố Láng Hạ.',
        answerTime: '10 ngày làm việc',
      }),
      category('GT-12', 'Tai nạn giao thông vừa xảy ra', { emergencyNumbers: ['113', '115'] }),
    ],
  },
  {
    code: 'CS',
    name: 'Điện, chiếu sáng, cáp',
    categories: [
      category('CS-01', 'Đèn đường hỏng, thiếu chiếu sáng', { hint: 'Ghi số hiệu trên cột; đoạn nào tối.' }),
    ],
  },
  {
    code: 'OS',
    name: 'Không thuộc phạm vi tiếp nhận',
    categories: [
      category('OS-02', 'Tố cáo, tham nhũng, tiêu cực', {
        accepts: false,
        published: false,
        whereInstead: 'Thanh tra thành phố',
      }),
      category('OS-04', 'Tin rác, quảng cáo', { accepts: false }),
    ],
  },
];
