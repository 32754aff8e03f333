import { refused } from '../answers.ts';
import { DAY } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Attachment } from '../state.ts';
import { daggerRefusal } from './request.ts';

/** §3.6: ids of uploads expire after seven days. */
const ATTACHMENT_LIFE = 7 * DAY;

export function findAttachment(sim: Sim, id: unknown, kind: Attachment['kind']): Attachment {
  const found = sim.store.data.attachments.find((attachment) => attachment.id === id && attachment.kind === kind);
  if (!found) {
    const name = kind === 'file' ? 'token' : 'attachment_id';
    const dagger = kind === 'file' ? 'fileTokenInvalid' : 'attachmentInvalid';
    throw daggerRefusal(sim, dagger, `${name} không phải của một lần tải lên loại ${kind} (§3.6, §11.2)`);
  }
  if (sim.clock.now() - found.uploadedAt > ATTACHMENT_LIFE) {
    throw refused(-100, 'attachment_id was expired', 'Tệp tải lên đã quá 7 ngày, phải tải lên lại (§3.6, §11.2).');
  }
  return found;
}
