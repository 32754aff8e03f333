import type { PermissionName } from '../../../../miniapp/phone-settings.ts';
import type { Reply } from '../../../../miniapp/protocol.ts';
import { Icon, type IconName } from '../../icons.tsx';
import { Sheet } from './sheet.tsx';

interface Asked {
  icon: IconName;
  what: string;
  why: string;
}

/** What Zalo writes into its own sheet; the app's reasons stand in the app, before it asks. */
function wordsOf(permission: PermissionName, oaName: string): Asked {
  switch (permission) {
    case 'userInfo':
      return { icon: 'add', what: 'Tên và ảnh đại diện', why: 'Tên, ảnh đại diện Zalo của bạn' };
    case 'location':
      return { icon: 'pin', what: 'Vị trí', why: 'Vị trí hiện tại của điện thoại này' };
    case 'phone':
      return { icon: 'phone', what: 'Số điện thoại', why: 'Số điện thoại bạn dùng cho Zalo' };
    case 'notification':
      return { icon: 'bell', what: 'Gửi thông báo', why: 'Thông báo từ tài khoản “Zalo Mini App”' };
    case 'follow':
      return { icon: 'heart', what: `Quan tâm ${oaName}`, why: 'Trang này được nhắn tin cho bạn' };
    default:
      return { icon: 'quote', what: `Tin nhắn từ ${oaName}`, why: 'Trang này được nhắn tin cho bạn' };
  }
}

/** Only these can be refused for good (-202). */
const FOR_GOOD: readonly PermissionName[] = ['userInfo', 'location', 'phone', 'notification'];

export function ConsentSheet(props: {
  permissions: readonly PermissionName[];
  appName: string;
  oaName: string;
  answer: (reply: Reply) => void;
}) {
  const { permissions, appName, oaName, answer } = props;
  return (
    <Sheet title={`${appName} xin phép bạn`} leave={() => answer({ answer: 'deny' })}>
      <ul className="zalo-asked">
        {permissions.map((permission) => {
          const { icon, what, why } = wordsOf(permission, oaName);
          return (
            <li key={permission}>
              <Icon name={icon} />
              <span>
                <strong>{what}</strong>
                <small>{why}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="zalo-choices">
        <button type="button" className="primary" onClick={() => answer({ answer: 'allow' })}>
          Cho phép
        </button>
        <button type="button" className="quiet" onClick={() => answer({ answer: 'deny' })}>
          Từ chối
        </button>
        {permissions.some((permission) => FOR_GOOD.includes(permission)) && (
          <button type="button" className="plain" onClick={() => answer({ answer: 'denyForever' })}>
            Không hỏi lại
          </button>
        )}
      </div>
    </Sheet>
  );
}
