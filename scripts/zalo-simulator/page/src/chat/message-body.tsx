import type { ChatMessage } from '../../../control-api.ts';
import { fileSize } from '../format.ts';
import { Icon, type IconName } from '../icons.tsx';
import { nearestPlace } from '../phone/places.ts';
import { ChatLink } from './chat-link.tsx';
import { linkify } from './linkify.tsx';
import { Photo } from './photo.tsx';

const fileIcons: Partial<Record<ChatMessage['kind'], IconName>> = { audio: 'voice', video: 'video' };

export function MessageBody({
  message,
  onPress,
}: {
  message: ChatMessage;
  onPress?: ((index: number) => void) | undefined;
}) {
  return (
    <>
      {message.title && <p className="bubble-title">{message.title}</p>}
      {message.imageUrl && <Photo message={message} url={message.imageUrl} />}
      {message.card && (
        <p className="bubble-place">
          <Icon name="add" />
          <span>
            Danh thiếp: {message.card.name}
            <small>{message.card.phone}</small>
          </span>
        </p>
      )}
      {message.call && <Call {...message.call} />}
      {message.location && <Place {...message.location} />}
      {message.file && (
        <a className="bubble-file" href={message.file.url} target="_blank" rel="noopener noreferrer">
          <Icon name={fileIcons[message.kind] ?? 'file'} />
          <span>
            {message.kind === 'file' ? message.file.name : summaryOf(message)}{' '}
            <small>({fileSize(message.file.size)})</small>
          </span>
        </a>
      )}
      {message.text && <p className="bubble-text">{linkify(message.text)}</p>}
      {message.buttons && message.buttons.length > 0 && (
        <div className="bubble-buttons">
          {message.buttons.map((button, index) => (
            <MessageButton
              key={`${button.type} ${button.title}`}
              button={button}
              onPress={() => onPress?.(index)}
              disabled={!onPress}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** One line for lists and quotes. */
export function summaryOf(message: ChatMessage): string {
  if (message.title) return message.title;
  if (message.text) return message.text.split('\n')[0] ?? '';
  const names: Record<ChatMessage['kind'], string> = {
    text: 'Tin nhắn',
    image: 'Ảnh',
    gif: 'Ảnh động',
    location: 'Vị trí',
    sticker: 'Nhãn dán',
    file: message.file?.name ?? 'Tệp',
    audio: 'Tin nhắn thoại',
    video: 'Video',
    link: 'Liên kết',
    card: 'Danh thiếp',
    call: 'Cuộc gọi',
    event: 'Sự kiện',
  };
  return names[message.kind];
}

type Button = NonNullable<ChatMessage['buttons']>[number];

function MessageButton({ button, onPress, disabled }: { button: Button; onPress: () => void; disabled: boolean }) {
  const url = button.type === 'oa.open.url' ? urlIn(button.payload) : undefined;
  if (url && !disabled) {
    return (
      <ChatLink className="message-button" href={url} onPress={onPress}>
        {button.title}
      </ChatLink>
    );
  }
  return (
    <button type="button" className="message-button" onClick={onPress} disabled={disabled}>
      {button.title}
    </button>
  );
}

function Call({ by, seconds, answered }: NonNullable<ChatMessage['call']>) {
  return (
    <p className="bubble-place">
      <Icon name="phone" />
      <span>
        {by === 'citizen' ? 'Người dân gọi OA' : 'OA gọi người dân'}
        <small>{answered ? `Nói chuyện ${seconds} giây` : 'Không bắt máy'}</small>
      </span>
    </p>
  );
}

function Place({ latitude, longitude }: { latitude: number; longitude: number }) {
  const near = nearestPlace(latitude, longitude);
  return (
    <p className="bubble-place">
      <Icon name="pin" />
      <span>
        Vị trí{near ? `: gần ${near}` : ''}
        <small>
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </small>
      </span>
    </p>
  );
}

/** Only web addresses: what an app puts into a button must not run as script here. */
function urlIn(payload: unknown): string | undefined {
  const url = typeof payload === 'object' && payload !== null && 'url' in payload ? payload.url : payload;
  return typeof url === 'string' && /^https?:\/\//.test(url) ? url : undefined;
}
