import { createHash, randomBytes } from 'node:crypto';
import { refused } from '../answers.ts';
import { vietnamTime } from '../clock.ts';
import type { Sim } from '../context.ts';
import type { Call } from '../http.ts';
import { type FileKind, fileKind } from '../media/file-kind.ts';
import type { Attachment } from '../state.ts';
import type { ApiResult } from './openapi.ts';
import { daggerRefusal } from './request.ts';

const MEGABYTE = 1024 * 1024;

/** §3.6, with the 5 000 uploads a month of the same section. */
const RULES: Record<Attachment['kind'], { accepts: FileKind[]; maxBytes: number }> = {
  image: { accepts: ['jpg', 'png'], maxBytes: MEGABYTE },
  gif: { accepts: ['gif'], maxBytes: 5 * MEGABYTE },
  file: { accepts: ['pdf', 'doc', 'docx', 'csv'], maxBytes: 5 * MEGABYTE },
};
const UPLOADS_PER_MONTH = 5000;

export function upload(kind: Attachment['kind']) {
  return async (sim: Sim, call: Call): Promise<ApiResult> => {
    const file = await readFilePart(call);
    if (!file)
      throw daggerRefusal(sim, 'fileInvalid', 'Phải gửi multipart/form-data với trường tên “file” (§3.6, §11.2)');
    const { accepts, maxBytes } = RULES[kind];
    if (file.bytes.length > maxBytes) {
      throw daggerRefusal(sim, 'fileTooLarge', `Tệp lớn hơn ${maxBytes / MEGABYTE} MB (§3.6, §11.2)`);
    }
    const found = fileKind(file.bytes, file.name);
    if (!found || !accepts.includes(found)) {
      throw daggerRefusal(sim, 'fileInvalid', `Đường dẫn này chỉ nhận ${accepts.join(', ')} (§3.6, §11.2)`);
    }
    countUpload(sim);
    const attachment = keep(sim, { kind, found, ...file });
    return { data: kind === 'file' ? { token: attachment.id } : { attachment_id: attachment.id } };
  };
}

async function readFilePart(call: Call): Promise<{ name: string; bytes: Buffer } | undefined> {
  const contentType = call.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  try {
    const form = await new Response(new Uint8Array(call.body), { headers: { 'content-type': contentType } }).formData();
    const part = form.get('file');
    if (part === null || typeof part === 'string') return undefined;
    return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

function countUpload(sim: Sim): void {
  const { year, month } = vietnamTime(sim.clock.now());
  const { uploadsByMonth } = sim.store.data;
  const used = uploadsByMonth[`${year}-${month}`] ?? 0;
  if (used >= UPLOADS_PER_MONTH) {
    throw refused(-211, 'Out of quota', `Đã dùng hết ${UPLOADS_PER_MONTH} lượt tải lên trong tháng (§3.6, §11.2).`);
  }
  uploadsByMonth[`${year}-${month}`] = used + 1;
}

interface KeptFile {
  kind: Attachment['kind'];
  found: FileKind;
  name: string;
  bytes: Buffer;
}

function keep(sim: Sim, { kind, found, name, bytes }: KeptFile): Attachment {
  const attachment: Attachment = {
    id: randomBytes(24).toString('base64url'),
    kind,
    mediaId: sim.media.put(bytes, found),
    fileName: name,
    size: bytes.length,
    checksum: createHash('md5').update(bytes).digest('hex'),
    uploadedAt: sim.clock.now(),
  };
  sim.store.data.attachments.push(attachment);
  sim.changed();
  return attachment;
}
