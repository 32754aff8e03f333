import { createHash } from 'node:crypto';
import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import { EMPTY_MP4, EMPTY_PDF, SILENT_AMR } from '../media/canned.ts';
import { type FileKind, fileKind } from '../media/file-kind.ts';
import { mediaPath } from '../media/media-store.ts';
import { isFilled, type JsonObject } from '../values.ts';

const DOCUMENTS: (FileKind | undefined)[] = ['pdf', 'doc', 'docx', 'csv'];

/** What a citizen or an official chose to send besides photos: documents, a voice, a film. */
export function keepFile(sim: Sim, bytes: Buffer, name: string | null): { fileId: string } {
  if (!isFilled(name)) throw new ControlFault(400, 'Thiếu name trên đường dẫn');
  const extension = extensionOf(bytes, name);
  if (!extension) throw new ControlFault(415, 'Chỉ nhận pdf, doc, docx, csv, amr hoặc mp4');
  const mediaId = sim.media.put(bytes, extension);
  const fileId = mediaId.split('.')[0] ?? mediaId;
  sim.store.data.photos[fileId] = mediaId;
  sim.changed();
  return { fileId };
}

function extensionOf(bytes: Buffer, name: string): string | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '#!AMR') return 'amr';
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return 'mp4';
  const kind = fileKind(bytes, name);
  return DOCUMENTS.includes(kind) ? kind : undefined;
}

export interface FileMedia {
  url: string;
  size: number;
  /** MD5 (§1.8). */
  checksum: string;
}

const CANNED = { amr: SILENT_AMR, mp4: EMPTY_MP4, pdf: EMPTY_PDF };

/** The file somebody chose, or the small stand-in of its kind. */
export function fileMedia(sim: Sim, fileId: string | undefined, kind: keyof typeof CANNED): FileMedia {
  const mediaId = fileId === undefined ? sim.media.put(CANNED[kind], kind) : chosenFile(sim, fileId);
  const bytes = sim.media.get(mediaId)?.bytes ?? Buffer.alloc(0);
  return { url: mediaPath(mediaId), size: bytes.length, checksum: createHash('md5').update(bytes).digest('hex') };
}

function chosenFile(sim: Sim, fileId: string): string {
  const mediaId = Object.hasOwn(sim.store.data.photos, fileId) ? sim.store.data.photos[fileId] : undefined;
  if (mediaId === undefined) throw new ControlFault(404, 'Không có tệp này; hãy tải tệp lên trước');
  return mediaId;
}

/** `file` of the attachment table (§1.8): size as a string, checksum MD5, type the extension. */
export function fileAttachment(sim: Sim, name: string, { url, size, checksum }: FileMedia): JsonObject {
  const type = name.includes('.') ? (name.split('.').at(-1) ?? '') : '';
  return { payload: { url: sim.absolute(url), size: String(size), name, checksum, type }, type: 'file' };
}
