import type { Sim } from '../context.ts';
import type { TemplateStatus, ZbsTemplate } from '../control-api.ts';
import type { StoredMessage } from '../state.ts';
import type { JsonObject } from '../values.ts';

/** Events of templates by phone (§1.11): every one has its own shape, one of them even its own spelling of `oa_id`. */
const stamp = (sim: Sim) => String(sim.clock.now());

/** The receipt of a template by phone; `delivery_time` is when it really arrived. */
export function deliveredEvent(sim: Sim, message: StoredMessage): JsonObject {
  return {
    sender: { id: sim.config.oaId },
    recipient: { id: message.recipient },
    event_name: 'user_received_message',
    message: {
      delivery_time: String(message.receivedAt),
      msg_id: message.id,
      tracking_id: message.trackingId,
    },
    app_id: sim.config.appId,
    timestamp: stamp(sim),
  };
}

export function templateQualityEvent(sim: Sim, { id, quality }: ZbsTemplate): JsonObject {
  return {
    event_name: 'change_template_quality',
    oa_id: sim.config.oaId,
    template_id: id,
    quality,
    timestamp: stamp(sim),
  };
}

export function templateStatusEvent(
  sim: Sim,
  { id, status }: ZbsTemplate,
  { previous, reason }: { previous: TemplateStatus; reason: string },
): JsonObject {
  return {
    event_name: 'change_template_status',
    oa_id: sim.config.oaId,
    app_id: sim.config.appId,
    template_id: id,
    status: { prev_status: previous, new_status: status },
    reason,
    timestamp: stamp(sim),
  };
}

export function dailyQuotaEvent(sim: Sim, { previous, next }: { previous: number; next: number }): JsonObject {
  return {
    event_name: 'change_oa_daily_quota',
    oaId: sim.config.oaId,
    quota: { prev_value: String(previous), new_value: String(next) },
    timestamp: stamp(sim),
  };
}
