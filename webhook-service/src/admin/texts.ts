import type { ConsentOutcome } from './finish-consent.ts';

/** What went wrong, or right, as a page of its own; the code is shown small, to be quoted. */
export interface Told {
  status: number;
  title: string;
  text: string;
}

/** Everything the operator's pages say. Vietnamese only: they are read by the city's own staff. */
export const texts = {
  siteName: 'Kết nối Zalo – Phản ánh Hà Nội',
  skip: 'Đến nội dung chính',
  footer: 'Trang dành cho cán bộ vận hành. Không chia sẻ mã cá nhân với bất kỳ ai.',
  signedIn: (name: string) => `Đang đăng nhập: ${name}`,
  signOut: 'Đăng xuất',
  back: 'Về trang kết nối',
  code: 'Mã để báo hỗ trợ:',
  signIn: {
    title: 'Đăng nhập quản trị',
    text: 'Trang này dành cho cán bộ vận hành. Dùng mã cá nhân đã được cấp; phiên kéo dài một giờ.',
    label: 'Mã cá nhân',
    button: 'Đăng nhập',
  },
  pair: {
    title: 'Quyền gửi tin qua Official Account',
    state: {
      ok: 'Đang hoạt động',
      unsure: 'Đang chờ Zalo trả lời',
      needs_consent: 'Cần cấp quyền lại',
      none: 'Chưa được cấp quyền',
    },
    explain: {
      ok: 'Quyền được làm mới tự động hai lần mỗi ngày, không cần làm gì thêm.',
      unsure:
        'Lần làm mới gần nhất chưa có câu trả lời. Hệ thống sẽ thử lại; nếu không được, trang này sẽ đề nghị cấp quyền lại.',
      needs_consent:
        'Hệ thống không còn gửi được tin cho người dân. Tin được giữ lại và sẽ tự gửi đi ngay sau khi cấp quyền lại.',
      none: 'Hệ thống chưa gửi được tin nào. Quản trị viên của Official Account cần cấp quyền một lần.',
    },
    expires: 'Mã truy cập hết hạn',
    refreshed: 'Làm mới lần cuối',
    button: 'Cấp quyền cho ứng dụng',
    buttonHint:
      'Bạn sẽ được chuyển sang trang của Zalo. Người bấm đồng ý phải là quản trị viên của Official Account. Việc này phải ' +
      'xong trong mười phút.',
  },
  webhook: {
    title: 'Tin nhắn từ Zalo',
    last: 'Sự kiện gần nhất nhận được',
    gaps: 'Khoảng thời gian đang đọc lại',
    none: 'Chưa có',
    noGap: 'Không có',
  },
  alarms: {
    title: 'Cảnh báo đang mở',
    none: 'Không có cảnh báo nào.',
    since: (times: number) => (times > 1 ? `đã lặp lại ${times} lần, từ` : 'từ'),
    why: {
      rejected: 'Zalo không nhận mã làm mới đã lưu.',
      no_seed: 'Chưa có mã nào được lưu.',
      unreadable: 'Không đọc được mã đã lưu: DATA_KEY đã đổi.',
      answer_lost: 'Hai lần liền không nhận được câu trả lời khi làm mới.',
      revoked: 'Official Account đã thu hồi quyền của ứng dụng.',
      silence: 'Không có sự kiện nào đến trong khi người dân vẫn nhắn tin.',
      missing: 'Một số tin nhắn không đến nơi và được đọc lại từ hội thoại.',
    } as Readonly<Record<string, string>>,
  },
} as const;

const again = 'Xin quay lại trang kết nối và bấm "Cấp quyền cho ứng dụng" lần nữa.';

/** Each way a consent can end. */
export const consentTold: Readonly<Record<ConsentOutcome, Told>> = {
  consented: {
    status: 200,
    title: 'Đã cấp quyền',
    text: 'Hệ thống đã nhận quyền gửi tin. Những tin đang chờ sẽ được gửi đi trong ít phút.',
  },
  consent_code_missing: {
    status: 400,
    title: 'Zalo không gửi mã cấp quyền',
    text: `Có thể việc cấp quyền đã bị hủy trên trang của Zalo. ${again}`,
  },
  consent_state_missing: {
    status: 400,
    title: 'Không rõ lần cấp quyền nào',
    text: `Zalo không trả lại dấu của lần cấp quyền, nên chỉ người đã bắt đầu mới hoàn tất được, trong khi còn đăng nhập. Xin đăng nhập rồi làm lại.`,
  },
  consent_state_unknown: {
    status: 400,
    title: 'Lần cấp quyền này không do hệ thống bắt đầu',
    text: `Đường dẫn đã bị thay đổi hoặc quá cũ. ${again}`,
  },
  consent_expired: {
    status: 410,
    title: 'Đã quá mười phút',
    text: `Mã của Zalo chỉ có hiệu lực trong mười phút. ${again}`,
  },
  consent_used: {
    status: 409,
    title: 'Lần cấp quyền này đã dùng rồi',
    text: 'Mỗi lần cấp quyền chỉ dùng được một lần. Trang kết nối cho biết quyền hiện có hoạt động hay không.',
  },
  consent_foreign_oa: {
    status: 409,
    title: 'Không phải Official Account này',
    text: `Quyền vừa được cấp cho một Official Account khác, nên hệ thống không dùng. ${again} Trên trang của Zalo, xin chọn đúng tài khoản.`,
  },
  consent_refused: {
    status: 502,
    title: 'Zalo không nhận mã cấp quyền',
    text: `Mã có thể đã hết hạn hoặc khóa bí mật của ứng dụng chưa đúng. ${again} Nếu vẫn không được, xin kiểm tra ZALO_APP_ID và ZALO_APP_SECRET.`,
  },
  zalo_unreachable: {
    status: 503,
    title: 'Chưa kết nối được với Zalo',
    text: 'Mã cấp quyền chưa bị dùng. Xin tải lại trang này sau ít giây; sau mười phút thì cần làm lại từ đầu.',
  },
  consent_answer_lost: {
    status: 504,
    title: 'Không nhận được câu trả lời của Zalo',
    text: `Không rõ Zalo đã cấp quyền hay chưa, nên cần làm lại. ${again}`,
  },
};

export type AdminTrouble = 'token_wrong' | 'role_missing' | 'too_many_requests' | 'form_outdated' | 'page_failed';

export const troubleTold: Readonly<Record<AdminTrouble, Told>> = {
  token_wrong: { status: 401, title: 'Chưa đăng nhập được', text: 'Mã cá nhân không đúng hoặc không còn hiệu lực.' },
  role_missing: { status: 403, title: 'Chưa đăng nhập được', text: 'Trang này dành cho: cán bộ vận hành.' },
  too_many_requests: {
    status: 429,
    title: 'Xin thử lại sau',
    text: 'Bạn đã thử quá nhiều lần. Xin thử lại sau ít phút.',
  },
  form_outdated: { status: 403, title: 'Trang đã cũ', text: 'Xin mở lại trang kết nối và thử lần nữa.' },
  page_failed: {
    status: 500,
    title: 'Hệ thống gặp lỗi',
    text: 'Chưa có gì thay đổi. Xin thử lại sau ít phút.',
  },
};
