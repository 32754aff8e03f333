import type { Citizen, CitizenAct } from '../../../control-api.ts';
import { Icon, type IconName } from '../icons.tsx';

interface Choice {
  label: string;
  hint: string;
  icon: IconName;
  act: CitizenAct;
}

export function MoreSheet({ citizen, act }: { citizen: Citizen; act: (what: CitizenAct) => Promise<void> }) {
  const choices: Choice[] = [
    { label: 'Nhãn dán', hint: 'Sự kiện user_send_sticker', icon: 'sticker', act: { act: 'sticker' } },
    { label: 'Tin thoại', hint: 'Sự kiện user_send_audio (AMR)', icon: 'voice', act: { act: 'audio' } },
    { label: 'Video', hint: 'Sự kiện user_send_video', icon: 'video', act: { act: 'video' } },
    { label: 'Tệp PDF', hint: 'Sự kiện user_send_file', icon: 'file', act: { act: 'file', name: 'don-kien-nghi.pdf' } },
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
        phone: '84900000012',
        address: '12 ngõ 79 Láng Hạ',
        ward: 'Phường Láng',
        city: 'Hà Nội',
      },
    },
    {
      label: 'Rút đồng ý',
      hint: 'Sự kiện user_withdraw: yêu cầu xóa dữ liệu của tôi',
      icon: 'again',
      act: { act: 'withdraw' },
    },
    citizen.blocked
      ? { label: 'Bỏ chặn OA', hint: 'OA lại gửi được tin', icon: 'ok', act: { act: 'unblock' } }
      : { label: 'Chặn OA', hint: 'OA gửi tin sẽ bị từ chối với lỗi -244', icon: 'block', act: { act: 'block' } },
  ];
  return (
    <section className="sheet" aria-label="Gửi thứ khác">
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
  );
}
