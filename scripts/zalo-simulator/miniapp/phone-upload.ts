import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import { photoMedia } from '../control/photos.ts';
import type { StoredMedia } from '../media/media-store.ts';
import type { CitizenRecord } from '../state.ts';
import { asArray, isHttpUrl, type JsonObject } from '../values.ts';
import type { UploadAnswer } from './phone-api.ts';

const UPLOAD_WITHIN_MS = 30_000;

/**
 * `openMediaPicker` with `serverUploadUrl` (§6.3): native code posts what was chosen, so there is no Origin, no cookie and no
 * header of the app's; only what stands in the address says who this is. Field name `file`.
 */
export async function uploadFromPhone(sim: Sim, _citizen: CitizenRecord, body: JsonObject): Promise<UploadAnswer> {
  const { url, maxItemSize } = body;
  if (!isHttpUrl(url)) throw new ControlFault(400, 'url phải là địa chỉ http(s)');
  const items = asArray(body.photoIds).map((id) => mediaOf(sim, String(id)));
  if (items.some((item) => item.bytes.length > Number(maxItemSize))) {
    return { failed: `Có tệp lớn hơn maxItemSize (${maxItemSize} byte)` };
  }
  if (body.server === 'down') return { failed: 'Không nối được máy chủ nhận tệp' };
  if (body.server === 'garbage') return { body: '<html><body>502 Bad Gateway</body></html>' };
  const requests = body.requests === 'each' ? items.map((item) => [item]) : [items];
  let last: UploadAnswer = { failed: 'Không có tệp nào' };
  for (const request of requests) {
    last = await post(url, request, body.refusal === 'raw');
    if ('failed' in last) return last;
  }
  // Of several requests the SDK hears one answer only (§6.3).
  return last;
}

async function post(url: string, items: StoredMedia[], raw: boolean): Promise<UploadAnswer> {
  const form = new FormData();
  for (const [index, item] of items.entries()) {
    const type = item.contentType.split(';')[0] ?? '';
    form.append('file', new Blob([new Uint8Array(item.bytes)], { type }), `anh-${index + 1}.${type.split('/')[1]}`);
  }
  try {
    const answer = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(UPLOAD_WITHIN_MS) });
    const text = await answer.text();
    if (answer.status !== 200 && !raw) return { failed: `Máy chủ nhận tệp trả lời HTTP ${answer.status}` };
    return { body: text };
  } catch {
    return { failed: 'Không nối được máy chủ nhận tệp' };
  }
}

function mediaOf(sim: Sim, photoId: string): StoredMedia {
  const media = sim.media.get(photoMedia(sim, photoId));
  if (!media) throw new ControlFault(404, 'Không còn ảnh này');
  return media;
}
