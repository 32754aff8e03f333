import type { SimState } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { revokeGrant, writeAnonymously } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';
import { ConsentLink } from './consent-link.tsx';

/** The grant of the OA (§2): taken back openly, lost silently, given anew. */
export function TokenControls({ webhookUrl, granted }: { webhookUrl: string; granted: boolean }) {
  const run = async (call: () => Promise<SimState>) => {
    const state = await attempt(call);
    if (state) acceptState(state);
  };
  return (
    <fieldset>
      <legend>Quyền và token</legend>
      <p className="subscription" data-on={granted}>
        <Icon name={granted ? 'ok' : 'warn'} />
        {granted ? 'OA đang cấp quyền cho ứng dụng' : 'OA không còn cấp quyền'}
      </p>
      <div className="button-row">
        <button
          type="button"
          className="quiet"
          title="Sự kiện permission_revoked, sau đó mọi token đều chết (lỗi -216)"
          onClick={() => void run(() => revokeGrant(false))}
        >
          OA thu hồi quyền
        </button>
        <button
          type="button"
          className="quiet"
          title="Token chết mà không ai báo, như khi câu trả lời đổi token bị mất"
          onClick={() => void run(() => revokeGrant(true))}
        >
          Token chết lặng lẽ
        </button>
        <ConsentLink webhookUrl={webhookUrl} />
      </div>
      <div className="button-row">
        <button
          type="button"
          className="quiet"
          title="Sự kiện anonymous_send_text: người không có tài khoản Zalo nhắn tới OA"
          onClick={() => void attempt(() => writeAnonymously('Cho tôi hỏi giờ làm việc của phường'))}
        >
          Người ẩn danh nhắn tin
        </button>
      </div>
    </fieldset>
  );
}
