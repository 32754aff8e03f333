import { useEffect, useState } from 'react';
import type { Standings } from '../../../../miniapp/phone-api.ts';
import type { PermissionName } from '../../../../miniapp/phone-settings.ts';
import type { Reply } from '../../../../miniapp/protocol.ts';
import { fetchStandings, forgetStandings } from '../../sim/api.ts';
import { attempt } from '../../sim/notices.tsx';
import { Sheet } from './sheet.tsx';
import type { MiniAppState } from './state.ts';

export function ShareSheet({ text, answer }: { text: string; answer: (reply: Reply) => void }) {
  return (
    <Sheet title="Chia sẻ tới" leave={() => answer({ answer: 'cancel' })}>
      {text && <p className="zalo-address">{text}</p>}
      <div className="zalo-choices">
        {[1, 3].map((chats) => (
          <button key={chats} type="button" className="quiet" onClick={() => answer({ answer: 'allow', value: chats })}>
            Gửi cho {chats} người
          </button>
        ))}
        <button type="button" className="plain" onClick={() => answer({ answer: 'cancel' })}>
          Hủy
        </button>
      </div>
    </Sheet>
  );
}

export function QrSheet({ link, answer }: { link: string; answer: (reply: Reply) => void }) {
  const [code, setCode] = useState(link);
  return (
    <Sheet title="Quét mã QR" leave={() => answer({ answer: 'cancel' })}>
      <label>
        Trong mã có <input value={code} onChange={(event) => setCode(event.target.value)} />
      </label>
      <div className="zalo-choices">
        <button type="button" className="primary" onClick={() => answer({ answer: 'allow', value: code })}>
          Quét mã này
        </button>
        <button type="button" className="quiet" onClick={() => answer({ answer: 'cancel' })}>
          Hủy
        </button>
      </div>
    </Sheet>
  );
}

const LEAVES: Record<NonNullable<MiniAppState['leave']>['how'], string> = {
  web: 'Zalo sẽ mở trang này',
  browser: 'Trình duyệt của điện thoại sẽ mở',
  phone: 'Điện thoại sẽ gọi',
  sms: 'Điện thoại sẽ soạn tin SMS tới',
  profile: 'Zalo sẽ mở trang cá nhân',
  app: 'Zalo sẽ mở Mini App khác',
  gallery: 'Đã lưu vào thư viện ảnh',
};

export function LeaveSheet({ leave, stay }: { leave: NonNullable<MiniAppState['leave']>; stay: () => void }) {
  return (
    <Sheet title={LEAVES[leave.how]} leave={stay}>
      <p className="zalo-address">{leave.to}</p>
      <p className="hint">Giả lập không rời khỏi trang này.</p>
      <div className="zalo-choices">
        <button type="button" className="primary" onClick={stay}>
          Về Mini App
        </button>
      </div>
    </Sheet>
  );
}

const NAMES: Partial<Record<PermissionName, string>> = {
  userInfo: 'Tên và ảnh đại diện',
  location: 'Vị trí',
  phone: 'Số điện thoại',
  notification: 'Gửi thông báo',
  interact: 'Tin nhắn từ OA',
};
const WORDS = { granted: 'đã cho phép', denied: 'đã từ chối', never: 'từ chối, không hỏi lại' } as const;

/** Zalo's own page of what this Mini App may do; taking something back is done there. */
export function PermissionSheet({ citizenId, leave }: { citizenId: string; leave: () => void }) {
  const [standings, setStandings] = useState<Standings>({});
  const show = (answer: Standings | undefined) => answer && setStandings(answer);
  useEffect(() => {
    void attempt(() => fetchStandings(citizenId)).then((answer) => answer && setStandings(answer));
  }, [citizenId]);
  return (
    <Sheet title="Quyền của Mini App" leave={leave}>
      <ul className="zalo-asked">
        {(Object.keys(NAMES) as PermissionName[]).map((permission) => {
          const standing = standings[permission];
          return (
            <li key={permission}>
              <span>
                <strong>{NAMES[permission]}</strong>
                <small>{standing ? WORDS[standing] : 'chưa hỏi'}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="zalo-choices">
        <button type="button" className="primary" onClick={leave}>
          Xong
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void attempt(() => forgetStandings(citizenId)).then(show)}
        >
          Thu hồi tất cả
        </button>
      </div>
    </Sheet>
  );
}
