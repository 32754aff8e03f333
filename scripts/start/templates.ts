import type { TemplateInput } from '../zalo-simulator/control-api.ts';

const code = { name: 'ma_phan_anh', maxLength: 50 };
const agency = { name: 'don_vi', maxLength: 50 };
const link = { name: 'duong_dan', maxLength: 200 };

/**
 * What Zalo would have approved of `docs/zalo-templates.example.json`, with lengths of Zalo's own (§4.2): the file is
 * the service's side of the same agreement. The notice of the Mini App is known to the simulator anyway.
 */
export const approvedTemplates: TemplateInput[] = [
  {
    ...{ id: '418273', name: 'Kết quả phản ánh', noNight: true },
    parameters: [code, { name: 'trang_thai', maxLength: 50 }, agency, link],
  },
  { id: '418274', name: 'Hỏi thêm người dân', byPhone: false, parameters: [code, agency, link] },
  {
    ...{ id: '418275', name: 'Xin lỗi vì quá hạn', byPhone: false },
    parameters: [code, { name: 'linh_vuc', maxLength: 200 }, { name: 'han_moi', maxLength: 20 }, link],
  },
];
