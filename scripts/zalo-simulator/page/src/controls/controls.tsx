import type { SimState } from '../../../control-api.ts';
import { resetAll } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { load } from '../sim/store.ts';
import { change } from './change.ts';
import { Amount, Choice, Switch } from './fields.tsx';
import { appStatusOptions, buttonOptions, echoOptions, faultOptions, hostOptions } from './labels.ts';
import { MiniappControls, ZnsControls } from './paid-channels.tsx';
import { PhoneControls } from './phone-controls.tsx';
import { TokenControls } from './token-controls.tsx';
import { WebhookControls } from './webhook-controls.tsx';

/** Every way in which the simulated Zalo can be made to behave differently. */
export function Controls({ sim }: { sim: SimState }) {
  const { settings } = sim;
  const reset = async () => {
    if (!window.confirm('Xóa mọi tin nhắn, người dân và nhật ký trong bộ giả lập?')) return;
    if (await attempt(resetAll)) await attempt(load);
  };
  return (
    <div className="controls">
      <fieldset>
        <legend>Zalo gặp sự cố</legend>
        <Choice
          label="Khi dịch vụ gửi tin, Zalo"
          value={settings.fault ?? 'none'}
          options={faultOptions}
          change={(fault) => void change({ fault: fault === 'none' ? null : fault })}
        />
        <Choice
          label="Sự cố nhằm vào"
          value={settings.faultHost}
          options={hostOptions}
          change={(faultHost) => void change({ faultHost })}
        />
        <div className="control-pair">
          <Amount
            label="Kéo dài"
            unit="lần gọi, 0 = mãi"
            value={settings.faultCalls}
            change={(faultCalls) => void change({ faultCalls })}
          />
          <Amount
            label="Chậm"
            unit="ms"
            value={settings.slowMs}
            step={500}
            change={(slowMs) => void change({ slowMs })}
          />
        </div>
      </fieldset>

      <fieldset>
        <legend>Echo và biên nhận</legend>
        <Choice
          label="Sự kiện oa_send_* đến"
          hint="Dịch vụ phải nhận ra tin của chính mình cả khi echo đến trước."
          value={settings.echo}
          options={echoOptions}
          change={(echo) => void change({ echo })}
        />
        <Amount
          label="Echo trễ thêm"
          unit="ms"
          value={settings.echoDelayMs}
          step={100}
          change={(echoDelayMs) => void change({ echoDelayMs })}
        />
        <Switch
          label="Máy người dân tự báo đã nhận"
          on={settings.autoReceive}
          change={(autoReceive) => void change({ autoReceive })}
        />
        <Switch
          label="Máy người dân tự báo đã xem"
          hint="Khi tắt, tin chỉ được xem nếu điện thoại trên trang này đang mở."
          on={settings.autoSee}
          change={(autoSee) => void change({ autoSee })}
        />
      </fieldset>

      <WebhookControls webhook={settings.webhook} />

      <fieldset>
        <legend>Ứng dụng và gói dịch vụ</legend>
        <Choice
          label="Tin có nút"
          value={settings.csButtons}
          options={buttonOptions}
          change={(csButtons) => void change({ csButtons })}
        />
        <Switch
          label="OA dùng gói miễn phí"
          hint="Mọi tin gửi qua API bị từ chối với lỗi -224."
          on={settings.freeTier}
          change={(freeTier) => void change({ freeTier })}
        />
        <Choice
          label="Trạng thái ứng dụng"
          value={settings.appStatus ?? 'active'}
          options={appStatusOptions}
          change={(appStatus) => void change({ appStatus })}
        />
        <div className="control-pair">
          <Amount
            label="Hạn mức gói"
            unit="tin"
            value={settings.subQuota}
            change={(subQuota) => void change({ subQuota })}
          />
          <Amount
            label="Tin đã mua"
            unit="tin"
            value={settings.purchaseQuota}
            change={(purchaseQuota) => void change({ purchaseQuota })}
          />
        </div>
        <Amount
          label="Giới hạn"
          unit="lượt gọi mỗi phút"
          value={settings.rateLimitPerMinute}
          change={(rateLimitPerMinute) => void change({ rateLimitPerMinute })}
        />
      </fieldset>

      <TokenControls webhookUrl={settings.webhook.url} granted={sim.granted} />
      <ZnsControls zns={settings.zns} templates={sim.templates} />
      <MiniappControls miniapp={settings.miniapp} />
      {sim.hasMiniApp && <PhoneControls />}

      <fieldset>
        <legend>Làm lại từ đầu</legend>
        <button type="button" className="quiet" onClick={() => void reset()}>
          Xóa sạch bộ giả lập
        </button>
      </fieldset>
    </div>
  );
}
