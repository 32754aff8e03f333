import type { Citizen, CitizenAct } from '../../../control-api.ts';
import { Icon, type IconName } from '../icons.tsx';

interface Choice {
  label: string;
  hint: string;
  icon: IconName;
  act: CitizenAct;
}

/** What else a citizen may do: what they send, how they stand to the OA, and what they may demand. */
export function MoreSheet({ citizen, act }: { citizen: Citizen; act: (what: CitizenAct) => Promise<void> }) {
  const groups = [
    { title: 'Gửi thứ khác', choices: sendings() },
    { title: 'Với OA này', choices: standings(citizen) },
    { title: 'Quyền của tôi', choices: rights(citizen) },
  ];
  return (
    <section className="sheet" aria-label="Việc khác">
      {groups.map(({ title, choices }) => (
        <section key={title} aria-label={title}>
          <h4>{title}</h4>
          <ul className="tiles">
            {choices.map((choice) => (
              <li key={choice.label}>
                <button type="button" className="tile" title={choice.hint} onClick={() => void act(choice.act)}>
                  <Icon name={choice.icon} />
                  {choice.label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function sendings(): Choice[] {
  return [
    { label: 'Nhãn dán', hint: 'Sự kiện user_send_sticker', icon: 'sticker', act: { act: 'sticker' } },
    { label: 'Tin thoại', hint: 'Sự kiện user_send_audio (AMR)', icon: 'voice', act: { act: 'audio' } },
    { label: 'Video', hint: 'Sự kiện user_send_video', icon: 'video', act: { act: 'video' } },
    { label: 'Tệp PDF', hint: 'Sự kiện user_send_file', icon: 'file', act: { act: 'file', name: 'don-kien-nghi.pdf' } },
    { label: 'Danh thiếp', hint: 'Sự kiện user_send_business_card', icon: 'add', act: { act: 'businessCard' } },
    {
      label: 'Liên kết',
      hint: 'Sự kiện user_send_link',
      icon: 'chevron',
      act: { act: 'link', url: 'https://example.gov.vn/thong-bao', description: 'Thông báo cấp nước' },
    },
    { label: 'Gọi OA', hint: 'Sự kiện user_call_oa; mở cửa sổ 48 giờ', icon: 'phone', act: { act: 'call' } },
    {
      label: 'Nhỡ cuộc gọi',
      hint: 'Sự kiện oa_call_user: OA gọi mà người dân không bắt máy',
      icon: 'phone',
      act: { act: 'call', by: 'oa', seconds: 0 },
    },
  ];
}

function standings(citizen: Citizen): Choice[] {
  return [
    {
      label: 'Bấm “Nhắn tin”',
      hint: 'Sự kiện user_click_chatnow: OA được nhắn trước',
      icon: 'plus',
      act: { act: 'chatnow' },
    },
    {
      label: 'Gửi liên hệ',
      hint: 'Sự kiện user_submit_info: trả lời tin xin thông tin liên hệ',
      icon: 'add',
      act: {
        act: 'submitInfo',
        name: citizen.name,
        phone: citizen.phone,
        address: '12 ngõ 79 Láng Hạ',
        ward: 'Phường Láng',
        city: 'Hà Nội',
      },
    },
    citizen.blocked
      ? { label: 'Bỏ chặn OA', hint: 'OA lại gửi được tin', icon: 'ok', act: { act: 'unblock' } }
      : { label: 'Chặn OA', hint: 'OA gửi tin sẽ bị từ chối với lỗi -244', icon: 'block', act: { act: 'block' } },
    citizen.notifyAllowed
      ? {
          label: 'Tắt thông báo',
          hint: 'Mini App gửi thông báo sẽ bị từ chối với lỗi -111',
          icon: 'bell',
          act: { act: 'notifyAllowed', on: false },
        }
      : {
          label: 'Cho thông báo',
          hint: 'Như khi đồng ý requestSendNotification trong Mini App',
          icon: 'bell',
          act: { act: 'notifyAllowed', on: true },
        },
    citizen.znsRefusal === null
      ? {
          label: 'Từ chối ZNS',
          hint: 'Tin ZNS của OA này sẽ bị từ chối với lỗi -141',
          icon: 'block',
          act: { act: 'znsRefuse', what: 'oa' },
        }
      : { label: 'Nhận lại ZNS', hint: 'Tin ZNS lại tới được', icon: 'ok', act: { act: 'znsRefuse', what: null } },
  ];
}

function rights({ banned }: Citizen): Choice[] {
  return [
    {
      label: 'Rút đồng ý',
      hint: 'Sự kiện user_withdraw: yêu cầu xóa dữ liệu của tôi',
      icon: 'shield',
      act: { act: 'withdraw' },
    },
    {
      label: 'Rút ở Mini App',
      hint: 'Webhook của Mini App, sự kiện user.revoke.consent',
      icon: 'shield',
      act: { act: 'revokeConsent' },
    },
    banned
      ? { label: 'Mở tài khoản', hint: 'Tài khoản hoạt động lại', icon: 'ok', act: { act: 'unban' } }
      : {
          label: 'Ngừng dùng Zalo',
          hint: 'Tài khoản bị khóa hoặc quá 45 ngày không dùng: lỗi -227',
          icon: 'warn',
          act: { act: 'ban' },
        },
  ];
}
