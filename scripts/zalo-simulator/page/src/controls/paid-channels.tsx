import type { SimSettings, ZbsTemplate } from '../../../control-api.ts';
import { zbsAct } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';
import { change } from './change.ts';
import { Amount, Choice, Switch } from './fields.tsx';
import { miniappRetryOptions, qualityOptions, zcaOptions } from './labels.ts';

/** Templates by phone (§4): money, quota and what the platform does to templates. */
export function ZnsControls({ zns, templates }: { zns: SimSettings['zns']; templates: readonly ZbsTemplate[] }) {
  const run = async (act: Parameters<typeof zbsAct>[0]) => {
    const state = await attempt(() => zbsAct(act));
    if (state) acceptState(state);
  };
  return (
    <fieldset>
      <legend>Tin theo mẫu (ZNS và UID)</legend>
      <Choice
        label="Zalo Cloud Account"
        value={zns.zca}
        options={zcaOptions}
        change={(zca) => void change({ zns: { zca } })}
      />
      <Amount
        label="Hạn mức trong ngày"
        unit="tin"
        value={zns.dailyQuota}
        change={(dailyQuota) => void run({ act: 'dailyQuota', dailyQuota: Math.round(dailyQuota) })}
      />
      {templates.length === 0 && <p className="hint">OA chưa có mẫu tin nào.</p>}
      {templates.map((template) => (
        <Choice
          key={template.id}
          label={`Chất lượng ${template.name}`}
          hint={`${template.status}${template.noNight ? ' · không gửi 22:00–06:00' : ''}`}
          value={template.quality}
          options={qualityOptions}
          change={(quality) => void run({ act: 'quality', templateId: template.id, quality })}
        />
      ))}
    </fieldset>
  );
}

/** Mini App Open API and webhook (§7.4, §7.5). */
export function MiniappControls({ miniapp }: { miniapp: SimSettings['miniapp'] }) {
  const set = (part: Partial<SimSettings['miniapp']>) => void change({ miniapp: part });
  return (
    <fieldset>
      <legend>Thông báo và webhook của Mini App</legend>
      <div className="control-pair">
        <Amount
          label="Thông báo mỗi ngày"
          unit="tin"
          value={miniapp.dailyQuota}
          change={(dailyQuota) => set({ dailyQuota })}
        />
        <Amount
          label="Cho mỗi người"
          unit="tin"
          value={miniapp.perPersonDaily}
          change={(perPersonDaily) => set({ perPersonDaily })}
        />
      </div>
      <Switch
        label="Địa chỉ IP được phép"
        hint="Khi tắt: lỗi -113."
        on={miniapp.ipAllowed}
        change={(ipAllowed) => set({ ipAllowed })}
      />
      <Switch
        label="Khóa có quyền gửi thông báo"
        hint="Khi tắt: lỗi -112."
        on={miniapp.scopeGranted}
        change={(scopeGranted) => set({ scopeGranted })}
      />
      <Choice
        label="Webhook của Mini App"
        hint={miniapp.webhookUrl}
        value={miniapp.webhookRetry}
        options={miniappRetryOptions}
        change={(webhookRetry) => set({ webhookRetry })}
      />
    </fieldset>
  );
}
