import { useState } from 'react';
import type { ChatMessage } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';

export function Photo({ message, url }: { message: ChatMessage; url: string }) {
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <p className="bubble-media">
        <Icon name="warn" /> Ảnh không tải được
      </p>
    );
  }
  const who = message.from === 'citizen' ? 'người dân' : 'OA';
  return (
    <a className="bubble-photo" href={url} target="_blank" rel="noopener noreferrer">
      <img
        data-kind={message.kind}
        src={message.thumbnailUrl ?? url}
        alt={`${message.kind === 'sticker' ? 'Nhãn dán' : 'Ảnh'} ${who} gửi, mở ảnh lớn trong thẻ mới`}
        onError={() => setBroken(true)}
      />
    </a>
  );
}
