import type { ChatMessage, Citizen } from '../../../control-api.ts';
import { summaryOf } from '../chat/message-body.tsx';
import { shortWhen } from '../format.ts';

interface Props {
  citizens: readonly Citizen[];
  messages: ReadonlyMap<string, readonly ChatMessage[]>;
  open: string | null;
  setOpen: (citizenId: string) => void;
  now: number;
}

export function ChatList({ citizens, messages, open, setOpen, now }: Props) {
  const sorted = citizens.toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0));
  return (
    <ul>
      {sorted.map((citizen) => {
        const last = messages.get(citizen.id)?.findLast((message) => message.from !== 'system' && !message.channel);
        return (
          <li key={citizen.id}>
            <button
              type="button"
              className="chat-row"
              aria-current={citizen.id === open}
              onClick={() => setOpen(citizen.id)}
            >
              <span className="chat-face" aria-hidden="true">
                {initialOf(citizen.name)}
              </span>
              <span className="chat-name">{citizen.name}</span>
              <span className="chat-last">
                {last ? `${last.from === 'citizen' ? '' : 'OA: '}${summaryOf(last)}` : 'Chưa có tin nhắn'}
              </span>
              <span className="chat-when">{last ? shortWhen(last.at, now) : ''}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Vietnamese given names come last. */
function initialOf(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.[0] ?? '?';
}
