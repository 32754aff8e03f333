import { type CallFailure, refusal } from '../call-failure.ts';
import { classifyZaloError } from '../error-classes.ts';
import { fieldsOf } from '../event-fields.ts';
import type { OaCall } from './call.ts';

/** Largest picture (§3.6). */
export const LARGEST_IMAGE_BYTES = 1024 * 1024;

export interface OaUploads {
  /** Uploads a JPEG of at most 1 MB; the id is good for 7 days, and 5000 uploads a month are allowed (§3.6). */
  uploadImage(jpeg: Buffer): Promise<{ ok: true; attachmentId: string } | CallFailure>;
}

export function createOaUploads(call: OaCall): OaUploads {
  return {
    async uploadImage(jpeg) {
      if (jpeg.length > LARGEST_IMAGE_BYTES)
        return refusal(classifyZaloError, -210, 'Parameter exceeds allowable limit');
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'anh.jpg');
      const answer = await call.post('/v2.0/oa/upload/image', form);
      if (!answer.ok) return answer;
      const { attachment_id: id } = fieldsOf(answer.body.data);
      return typeof id === 'string' && ATTACHMENT_ID.test(id)
        ? { ok: true, attachmentId: id }
        : { ok: false, outcome: 'unknown', why: 'http', status: answer.status };
    },
  };
}

/** Nobody says how long one is. */
const ATTACHMENT_ID = /^[\x21-\x7e]{1,1000}$/;
