import { useId, useState } from 'react';
import type { SimSettings } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { checkWebhook, resubscribe } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';
import { statusText } from '../wire/kinds.ts';
import { change } from './change.ts';
import { Amount, Choice, Switch } from './fields.tsx';
import { rawStyleOptions, retryOptions } from './labels.ts';

type Webhook = SimSettings['webhook'];

export function WebhookControls({ webhook }: { webhook: Webhook }) {
  const set = (part: Partial<Webhook>) => void change({ webhook: part });
  const reordered = webhook.delayMaxMs > 0;
  return (
    <fieldset>
      <legend>Webhook</legend>
      <Subscription webhook={webhook} />
      <Switch
        label="Mất mọi sự kiện, không gửi lại"
        hint="Như khi Zalo gặp sự cố: chỉ còn cách đọc lại hội thoại để bù."
        on={webhook.deliver === 'none'}
        change={(on) => set({ deliver: on ? 'none' : 'all' })}
      />
      <Amount
        label="Mất ngẫu nhiên"
        unit="% sự kiện"
        value={Math.round(webhook.dropRate * 100)}
        step={5}
        change={(percent) => set({ dropRate: Math.min(100, percent) / 100 })}
      />
      <Amount
        label="Gửi mỗi sự kiện"
        unit="lần"
        value={webhook.copies}
        change={(copies) => set({ copies: Math.max(1, Math.round(copies)) })}
      />
      <Switch
        label="Trễ ngẫu nhiên, đảo thứ tự"
        hint="Mỗi sự kiện đến muộn một lúc khác nhau nên vượt lên nhau."
        on={reordered}
        change={(on) => set(on ? { delayMinMs: 0, delayMaxMs: 4000 } : { delayMinMs: 0, delayMaxMs: 0 })}
      />
      {reordered && (
        <div className="control-pair">
          <Amount
            label="Trễ từ"
            unit="ms"
            value={webhook.delayMinMs}
            step={500}
            change={(delayMinMs) => set({ delayMinMs })}
          />
          <Amount
            label="đến"
            unit="ms"
            value={webhook.delayMaxMs}
            step={500}
            change={(delayMaxMs) => set({ delayMaxMs })}
          />
        </div>
      )}
      <Choice label="Gửi lại" value={webhook.retryOn} options={retryOptions} change={(retryOn) => set({ retryOn })} />
      <Amount
        label="Hệ số thời gian gửi lại"
        unit="1 = 30 giây … 1 giờ"
        value={webhook.retryScale}
        step={0.001}
        change={(retryScale) => set({ retryScale })}
      />
      <Switch label="Ký sai chữ ký" on={webhook.badSignature} change={(badSignature) => set({ badSignature })} />
      <Switch
        label="timestamp là số thay vì chuỗi"
        on={webhook.numericTimestamp}
        change={(numericTimestamp) => set({ numericTimestamp })}
      />
      <Switch
        label="Bỏ user_id_by_app"
        on={webhook.omitUserIdByApp}
        change={(omitUserIdByApp) => set({ omitUserIdByApp })}
      />
      <Choice
        label="Cách viết JSON"
        hint="Chữ ký tính trên đúng từng byte nhận được."
        value={webhook.rawStyle ?? 'compact'}
        options={rawStyleOptions}
        change={(rawStyle) => set({ rawStyle })}
      />
    </fieldset>
  );
}

function Subscription({ webhook }: { webhook: Webhook }) {
  const [url, setUrl] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');
  const field = useId();
  const check = async () => {
    const answer = await attempt(checkWebhook);
    if (!answer) return;
    setVerdict(
      answer.status === 200
        ? 'Đạt: trả lời 200.'
        : `Không đạt: ${statusText(answer.status)}. Zalo sẽ không nhận địa chỉ này.`,
    );
  };
  const subscribe = async () => {
    const state = await attempt(resubscribe);
    if (state) acceptState(state);
  };
  return (
    <>
      <div className="control">
        <label htmlFor={field}>Địa chỉ nhận sự kiện</label>
        <input
          id={field}
          type="url"
          value={url ?? webhook.url}
          onChange={(event) => setUrl(event.target.value)}
          onBlur={() => {
            if (url !== null && url !== webhook.url) void change({ webhook: { url } });
            setUrl(null);
          }}
        />
      </div>
      <p className="subscription" data-on={webhook.subscribed}>
        <Icon name={webhook.subscribed ? 'ok' : 'warn'} />
        {webhook.subscribed ? 'Đang đăng ký nhận sự kiện' : 'Đã bị ngắt sau nhiều lần gửi hỏng'}
      </p>
      <div className="button-row">
        {!webhook.subscribed && (
          <button type="button" className="primary" onClick={() => void subscribe()}>
            Đăng ký lại
          </button>
        )}
        <button
          type="button"
          className="quiet"
          title="Như nút “Kiểm tra” ở trang nhà phát triển: phải nhận được 200"
          onClick={() => void check()}
        >
          Gửi gói kiểm tra
        </button>
      </div>
      <p className="hint" role="status">
        {verdict}
      </p>
    </>
  );
}
