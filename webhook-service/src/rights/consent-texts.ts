/** What people consent to, in the words they are shown (domain-hanoi §2.5). A changed wording is a new version. */
import type { Language } from '../deadlines/due-words.ts';

export const purposes = ['handle', 'contact', 'publish'] as const;
export type Purpose = (typeof purposes)[number];

/** Who is responsible when the operator has not been named. */
export const DEFAULT_CONTROLLER: Readonly<Record<Language, string>> = {
  vi: 'Đơn vị vận hành',
  en: 'the operating body',
};

export interface ConsentText {
  version: string;
  /** `duty`: a state body may do it without consent (Luật 91/2025/QH15, Điều 19); `consent`: only with it. */
  basis: 'duty' | 'consent';
  title: Readonly<Record<Language, string>>;
  wording(controller: string): Readonly<Record<Language, string>>;
}

export const consentTexts: Readonly<Record<Purpose, ConsentText>> = {
  handle: {
    version: 'handle-1',
    basis: 'duty',
    title: { vi: 'Giải quyết phản ánh', en: 'Handle my report' },
    wording: (controller) => ({
      vi: `${controller} dùng nội dung, vị trí, ảnh, tệp và mã tài khoản Zalo tôi gửi để tiếp nhận, chuyển, giải quyết phản ánh và báo kết quả cho tôi. Cơ sở: nhiệm vụ quản lý nhà nước (Điều 19 Luật 91/2025/QH15).`,
      en: `${controller} uses the words, place, photos, files and Zalo account id I send to take in, pass on and resolve my report and to tell me the result. Basis: duty of state management (Article 19, Law 91/2025/QH15).`,
    }),
  },
  contact: {
    version: 'contact-2',
    basis: 'consent',
    title: { vi: 'Liên hệ qua Zalo, điện thoại', en: 'Contact me by Zalo or phone' },
    wording: (controller) => ({
      vi: `Tôi đồng ý để ${controller} và cơ quan giải quyết liên hệ với tôi qua Zalo hoặc số điện thoại tôi cho, và gọi tôi bằng tên tôi ghi, chỉ về phản ánh của tôi. Tôi có thể rút lại bất cứ lúc nào; số điện thoại và tên được xóa ngay.`,
      en: `I agree that ${controller} and the agency in charge contact me by Zalo or the phone number I give, and call me by the name I write, only about my reports. I can withdraw this at any time; number and name are then deleted at once.`,
    }),
  },
  publish: {
    version: 'publish-1',
    basis: 'consent',
    title: { vi: 'Công khai nội dung và ảnh', en: 'Publish text and photos' },
    wording: (controller) => ({
      vi: `Tôi đồng ý để ${controller} công khai nội dung và ảnh phản ánh của tôi, không kèm tên, số điện thoại, tài khoản Zalo; vị trí tại nhà riêng được làm tròn. Tôi có thể rút lại bất cứ lúc nào.`,
      en: `I agree that ${controller} publishes the text and photos of my reports, without name, phone number or Zalo account; the place of a private home is rounded. I can withdraw this at any time.`,
    }),
  },
};
