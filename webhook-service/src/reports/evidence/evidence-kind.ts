import { AppError } from '../../errors.ts';
import { imageTypeOf } from '../../media/image-type.ts';

/** The largest file that is taken: a phone's photo at its best, a scanned decision of some pages. */
export const MOST_BYTES = 15 * 1024 * 1024;

/**
 * What a file is by its content; its name and what the browser says of it prove nothing.
 * @throws AppError 415 `evidence_type_unsupported` or `unsupported_image` (HEIC), 422 `evidence_empty`, 413 `evidence_too_large`
 */
export function evidenceKindOf(bytes: Buffer): 'photo' | 'document' {
  if (bytes.length === 0) throw refusal('evidence_empty', 422, 'Tệp tải lên không có nội dung.');
  if (bytes.length > MOST_BYTES)
    throw refusal('evidence_too_large', 413, 'Mỗi tệp minh chứng không được quá 15 MB. Xin gửi ảnh nhỏ hơn.');
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'document';
  const type = imageTypeOf(bytes);
  if (type === 'jpeg' || type === 'png' || type === 'webp') return 'photo';
  if (type === 'heic')
    throw refusal(
      'unsupported_image',
      415,
      'Chưa đọc được ảnh HEIC. Xin chọn định dạng JPEG trong cài đặt máy ảnh rồi gửi lại.',
    );
  throw refusal('evidence_type_unsupported', 415, 'Minh chứng phải là ảnh JPEG, PNG, WebP hoặc tệp PDF.');
}

function refusal(code: string, status: number, detail: string): AppError {
  return new AppError({ code, status, detail });
}
