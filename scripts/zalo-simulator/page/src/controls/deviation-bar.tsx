import type { SimSettings } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { resubscribe } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';
import { change } from './change.ts';
import { deviationsOf } from './deviations.ts';

export function DeviationBar({ settings, pending }: { settings: SimSettings; pending: number }) {
  const deviations = deviationsOf(settings);
  return (
    <div className="deviations">
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
              <button
                type="button"
                className="chip"
                title="Bấm để trở lại bình thường"
                onClick={() => void change(undo)}
              >
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
