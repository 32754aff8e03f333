/** Photos of a draft, whichever way they are uploaded: the same limits, the same making, the same rows. */
import type { MultipartFile } from '@fastify/multipart';
import type { Citizen } from '../conversation/citizens.ts';
import {
  addDraftPhoto,
  type DraftPhoto,
  type DraftPhotoDeps,
  type UploadKey,
} from '../conversation/mini-app/draft-photos.ts';
import { AppError } from '../errors.ts';
import { oneByOne } from '../http/turns.ts';
import { makePhoto } from '../media/photo.ts';

export const MOST_BYTES = 15 * 1024 * 1024;

/** A picker may send fields beside its files; they are not read. */
export function multipartLimits(files: number) {
  const fields = 10;
  return {
    throwFileSizeLimit: false,
    limits: { fileSize: MOST_BYTES + 1, files, fields, fieldSize: 1_000, parts: files + fields },
  };
}

export type TakePhoto = (citizen: Citizen, uploadKey: UploadKey, bytes: Buffer) => Promise<DraftPhoto>;

/**
 * Takes bytes as a photo of the citizen's draft: makes them anew and stores them.
 * @throws AppError 409, 413 or 415
 */
export function createPhotoIntake(deps: DraftPhotoDeps): TakePhoto {
  // A decoded photo takes tens of megabytes: one at a time (DESIGN §12).
  const inTurn = oneByOne();
  return async (citizen, uploadKey, bytes) => {
    const photo = await inTurn(() => makePhoto(bytes));
    return addDraftPhoto(citizen, { photo, uploadKey }, deps);
  };
}

/** The bytes of an uploaded file. @throws AppError 400 `upload_interrupted`, 413 `photo_too_large` */
export async function bytesOf(part: MultipartFile): Promise<Buffer> {
  const bytes = await part.toBuffer().catch(uploadFault);
  if (bytes.length > MOST_BYTES) throw uploadRefusal('photo_too_large', 413, 'Mỗi ảnh không được quá 15 MB.');
  return bytes;
}

export function uploadFault(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_MP_PREMATURE_CLOSE')
    throw uploadRefusal('upload_interrupted', 400, 'Tải lên bị ngắt giữa chừng. Xin gửi lại.');
  throw error;
}

export function notMultipart(): AppError {
  return uploadRefusal('media_type_unsupported', 415, 'Xin gửi ảnh dưới dạng multipart/form-data.');
}

export function photoMissing(): AppError {
  return uploadRefusal('photo_missing', 422, 'Chưa có ảnh nào. Xin chọn một ảnh.');
}

function uploadRefusal(code: string, status: number, detail: string): AppError {
  return new AppError({ code, status, detail });
}
