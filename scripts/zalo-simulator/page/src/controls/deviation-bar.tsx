import type { SimSettings } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { changePhone, usePhoneSettings } from '../phone/mini-app/settings-store.ts';
import { resubscribe } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';
import { change } from './change.ts';
import { ConsentLink } from './consent-link.tsx';
import { deviationsOf } from './deviations.ts';
import { phoneDeviationsOf } from './phone-deviations.ts';

interface Props {
  settings: SimSettings;
  granted: boolean;
  pending: number;
}

export function DeviationBar({ settings, granted, pending }: Props) {
  const phone = usePhoneSettings();
  const deviations = [
    ...deviationsOf(settings).map(({ text, undo }) => ({ text, undo: () => void change(undo) })),
    ...phoneDeviationsOf(phone).map(({ text, undo }) => ({ text, undo: () => changePhone(undo) })),
  ];
  return (
    <div className="deviations">
      {!granted && (
        <p className="unsubscribed" role="alert">
          <Icon name="warn" />
          <span>OA đã thu hồi quyền: mọi token đã chết và không có sự kiện nào được gửi (§1.1).</span>
          <ConsentLink webhookUrl={settings.webhook.url} />
        </p>
      )}
      {!settings.webhook.subscribed && (
        <p className="unsubscribed" role="alert">
          <Icon name="warn" />
          <span>Webhook đã bị ngắt: Zalo thôi gửi sự kiện cho tới khi đăng ký lại.</span>
          <button
            type="button"
            className="primary"
            onClick={() => void attempt(resubscribe).then((state) => state && acceptState(state))}
          >
            Đăng ký lại
          </button>
        </p>
      )}
      {deviations.length > 0 && (
        <ul aria-label="Đang khác bình thường">
          {deviations.map(({ text, undo }) => (
            <li key={text}>
              <button type="button" className="chip" title="Bấm để trở lại bình thường" onClick={undo}>
                {text}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {pending > 0 && <p className="hint">{pending} webhook đang chờ gửi hoặc chờ gửi lại.</p>}
    </div>
  );
}
