import sharp from 'sharp';
import { ControlFault } from '../answers.ts';
import type { Sim } from '../context.ts';
import { fileKind } from '../media/file-kind.ts';

/** A photo somebody chose in the page; sent later by `photos` or the console's `image`. */
export async function keepPhoto(sim: Sim, bytes: Buffer): Promise<{ photoId: string }> {
  const kind = fileKind(bytes, '');
  if (kind !== 'jpg' && kind !== 'png' && kind !== 'gif')
    throw new ControlFault(415, 'Chỉ nhận ảnh JPEG, PNG hoặc GIF');
  await sharp(bytes)
    .metadata()
    .catch(() => {
      throw new ControlFault(415, 'Ảnh bị hỏng, không đọc được');
    });
  const mediaId = sim.media.put(bytes, kind);
  const photoId = mediaId.split('.')[0] ?? mediaId;
  sim.store.data.photos[photoId] = mediaId;
  sim.changed();
  return { photoId };
}

export function photoMedia(sim: Sim, photoId: string): string {
  const mediaId = Object.hasOwn(sim.store.data.photos, photoId) ? sim.store.data.photos[photoId] : undefined;
  if (mediaId === undefined) throw new ControlFault(404, 'Không có ảnh này; hãy tải ảnh lên trước');
  return mediaId;
}
