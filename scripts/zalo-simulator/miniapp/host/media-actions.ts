import { NativeError } from './native-error.ts';
import type { Action, Phone } from './phone.ts';
import { samplePhoto } from './sample-photo.ts';

/** Numbers of the SDK (`MediaPickerType`). */
const FILM = [2, 5];
const FILES = [6];
const CAMERA = [1, 2, 3, 7];

export const MEDIA_ACTIONS: Record<string, Action> = {
  'action.pick.media': async (params, phone) => {
    const kind = Number(params.media_type);
    const media = FILES.includes(kind) ? 'file' : FILM.includes(kind) ? 'video' : 'photo';
    const most = Number(params.max_select_items) || 1;
    const reply = await phone.people.choose('media', { what: 'media', media, camera: CAMERA.includes(kind), most });
    const photoIds = Array.isArray(reply.value) ? reply.value.map(String) : [await keptSample(phone)];
    const upload = record(params.upload);
    if (upload === undefined) return { path: photoIds.map((id) => `zalo-local://tmp/${id}.jpg`) };
    const answer = await phone.simulator.upload({
      ...phone.settings.now().upload,
      url: String(upload.url),
      maxItemSize: Number(upload.max_size),
      photoIds: photoIds.slice(0, most),
    });
    if ('failed' in answer) throw new NativeError(phone.settings.now().os === 'ios' ? -10 : 999, answer.failed);
    return { result_content: answer.body };
  },
  'action.save.image.gallery': ({ imageUrl }, phone) => {
    phone.pane.tell({
      type: 'leave',
      how: 'gallery',
      to: typeof imageUrl === 'string' ? imageUrl : 'ảnh của Mini App',
    });
    return {};
  },
  'action.open.qr': async (_params, phone) => {
    const { value } = await phone.people.choose('qr', { what: 'qr' });
    return { content: typeof value === 'string' ? value : `https://zalo.me/s/${phone.shell.appId}/` };
  },
  'action.open.sharesheet': async (params, phone) => {
    const text = [params.link, params.text, params.caption].find((one) => typeof one === 'string') ?? '';
    const question = { what: 'share', title: document.title, text: String(text) } as const;
    // Zalo answers a sheet that is closed with status 0, not with an error (§6.3).
    const chats = await phone.people.choose('share', question).then(
      ({ value }) => (typeof value === 'number' ? value : 1),
      (error: unknown) => {
        if (error instanceof NativeError) return 0;
        throw error;
      },
    );
    return { status: chats > 0 ? 2 : 0, share_type: Number(params.type) || 0, uid_to_size: chats };
  },
};

async function keptSample(phone: Phone): Promise<string> {
  return (await phone.simulator.keepPhoto(await samplePhoto())).photoId;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
