import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import type { SimState, ZbsAct, ZbsTemplate } from '../control-api.ts';
import { dailyQuotaEvent, templateQualityEvent, templateStatusEvent } from '../webhook/zbs-events.ts';

/** What the platform does to templates and quota; each is told with `X-ZEvent-Server: ZNS` (§1.11). */
export function actOnTemplates(sim: Sim, act: ZbsAct): SimState {
  switch (act.act) {
    case 'quality':
      changeQuality(sim, templateOf(sim, act.templateId), act.quality);
      break;
    case 'status':
      changeStatus(sim, templateOf(sim, act.templateId), act.status, act.reason ?? '');
      break;
    case 'dailyQuota':
      changeDailyQuota(sim, act.dailyQuota);
      break;
    default:
      throw new ControlFault(400, 'Không có hành động này');
  }
  sim.changed();
  return sim.state();
}

function templateOf(sim: Sim, id: string): ZbsTemplate {
  const template = sim.store.data.templates.find((candidate) => candidate.id === id);
  if (!template) throw new ControlFault(404, 'Không có mẫu tin này');
  return template;
}

/** §4.3: a template of LOW quality is disabled. */
function changeQuality(sim: Sim, template: ZbsTemplate, quality: ZbsTemplate['quality']): void {
  template.quality = quality;
  void sim.webhook.emit(templateQualityEvent(sim, template), undefined, 'zns');
  if (quality === 'LOW' && template.status === 'ENABLE') changeStatus(sim, template, 'DISABLE', 'Low quality');
}

function changeStatus(sim: Sim, template: ZbsTemplate, status: ZbsTemplate['status'], reason: string): void {
  const previous = template.status;
  template.status = status;
  void sim.webhook.emit(templateStatusEvent(sim, template, { previous, reason }), undefined, 'zns');
}

function changeDailyQuota(sim: Sim, dailyQuota: number): void {
  if (!Number.isInteger(dailyQuota) || dailyQuota < 0) throw new ControlFault(400, 'dailyQuota phải là số nguyên');
  const { zns } = sim.store.data.settings;
  const previous = zns.dailyQuota;
  zns.dailyQuota = dailyQuota;
  void sim.webhook.emit(dailyQuotaEvent(sim, { previous, next: dailyQuota }), undefined, 'zns');
}
