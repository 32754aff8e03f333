import { useState } from 'react';
import type { Reply } from '../../../../miniapp/protocol.ts';
import { PhotoTray } from '../../photos/photo-tray.tsx';
import { useStagedPhotos } from '../../photos/use-staged-photos.ts';
import { PhotoSheet } from '../photo-sheet.tsx';
import { Sheet } from './sheet.tsx';

/** Zalo's picker: what is chosen here goes from the phone to the app's server, past the web view (§6.3). */
export function MediaSheet({
  citizenId,
  most,
  answer,
}: {
  citizenId: string;
  most: number;
  answer: (reply: Reply) => void;
}) {
  const staged = useStagedPhotos();
  const [sending, setSending] = useState(false);
  const tooMany = staged.photos.length > most;
  const send = async () => {
    setSending(true);
    const photoIds = await staged.upload();
    if (photoIds) answer({ answer: 'allow', value: photoIds });
    else setSending(false);
  };
  return (
    <Sheet title={most > 1 ? `Chọn tối đa ${most} ảnh` : 'Chọn một ảnh'} leave={() => answer({ answer: 'cancel' })}>
      <PhotoTray staged={staged} />
      {tooMany && <p className="field-error">Bỏ bớt: Mini App chỉ xin {most} ảnh.</p>}
      <PhotoSheet citizenId={citizenId} staged={staged} />
      <div className="zalo-choices">
        <button
          type="button"
          className="primary"
          disabled={staged.photos.length === 0 || tooMany || sending}
          onClick={() => void send()}
        >
          {sending ? 'Đang gửi…' : `Xong (${staged.photos.length})`}
        </button>
        <button type="button" className="quiet" onClick={() => answer({ answer: 'cancel' })}>
          Hủy
        </button>
      </div>
    </Sheet>
  );
}
