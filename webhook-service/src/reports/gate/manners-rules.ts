/** What a public answer must not say (domain-hanoi §6.2, rules 5 and 7). Counted with the first cause: the text has to be written again. */
import { type Finding, missing } from './finding.ts';
import { accusationIn, blameIn, personalDataIn, personNamedIn } from './text/manners.ts';
import type { Reading } from './text/reading.ts';

export function judgeManners(reading: Reading): Finding[] {
  const blame = blameIn(reading);
  const data = personalDataIn(reading);
  const person = personNamedIn(reading);
  const accusation = accusationIn(reading);
  return [
    blame &&
      missing(
        'blame',
        'general',
        `Không đổ lỗi cho người dân (“${blame}”). Xin viết: “Để xử lý nhanh hơn, xin Ông/Bà bổ sung …”, hoặc bỏ câu này.`,
      ),
    data && missing('personal_data', 'general', PERSONAL_DATA[data]),
    person &&
      missing(
        'third_person_named',
        'general',
        `Không nêu tên người thứ ba (“${person}”) trong câu trả lời công khai. Xin viết “chủ nhà”, “hộ bị phản ánh”; nếu là cán bộ, xin ghi kèm chức vụ.`,
      ),
    accusation &&
      missing(
        'accusation',
        'general',
        `Không kết tội (“${accusation}”). Xin viết “hộ bị phản ánh”, “người bị phản ánh”, hoặc nêu việc: “đã lập biên bản về hành vi …”.`,
      ),
  ].filter((finding) => finding !== null && finding !== '');
}

const PERSONAL_DATA = {
  phone:
    'Có số điện thoại di động trong câu trả lời công khai. Xin bỏ đi, hoặc ghi số đường dây nóng, số trực ban của đơn vị.',
  identity: 'Có số căn cước hoặc số giấy tờ cá nhân trong câu trả lời công khai. Xin bỏ đi.',
  plate: 'Có biển số xe trong câu trả lời công khai. Xin bỏ đi, chỉ cần ghi “01 xe ô tô”.',
} as const;
