import { type ReactNode, useEffect, useState } from 'react';
import type { ChatMessage, Citizen, Official } from '../../../control-api.ts';
import { Bubble } from '../chat/bubble.tsx';
import { Thread } from '../chat/thread.tsx';
import { Icon } from '../icons.tsx';
import { showFault } from '../sim/notices.tsx';
import { readChat } from '../sim/store.ts';
import { ConsoleComposer } from './console-composer.tsx';
import { ChatTags } from './tags.tsx';
import { windowOf } from './window.ts';

interface Props {
  citizen: Citizen;
  messages: readonly ChatMessage[];
  now: number;
  officials: readonly Official[];
  tags: readonly string[];
  adminId: string;
}

export function ConsoleChat({ citizen, messages, now, officials, tags, adminId }: Props) {
  const [quote, setQuote] = useState<ChatMessage | null>(null);
  useEffect(() => {
    readChat(citizen.id).catch(showFault);
  }, [citizen.id]);
  const openness = windowOf(citizen, now);

  return (
    <section className="console-chat" aria-label={`Trò chuyện với ${citizen.name}`}>
      <header className="console-head">
        <h3>{citizen.name}</h3>
        <p className={`window ${openness.tone}`} title={openness.hint}>
          <Icon name={openness.tone === 'shut' ? 'warn' : 'clock'} />
          {openness.text}
        </p>
        <ChatTags citizen={citizen} tags={tags} />
      </header>
      <Thread
        announce={false}
        owner="oa"
        label={`Tin nhắn với ${citizen.name}`}
        messages={messages}
        empty={<p>Chưa có tin nhắn.</p>}
      >
        {(message) => (
          <Bubble
            message={message}
            side={message.from === 'citizen' ? 'theirs' : 'mine'}
            author={authorOf(message, officials)}
            quoted={messages.find((one) => one.id === message.quoteId)}
            actions={
              <button
                type="button"
                className="mini"
                title="Trích dẫn tin này để trả lời đúng phản ánh"
                onClick={() => setQuote(message)}
              >
                <Icon name="quote" />
                <span className="sr-only">Trích dẫn</span>
              </button>
            }
          />
        )}
      </Thread>
      <ConsoleComposer citizen={citizen} adminId={adminId} quote={quote} dropQuote={() => setQuote(null)} />
    </section>
  );
}

/** Who wrote an OA message is the question the service must answer from the echo (§1.9), so it is said here in words. */
function authorOf(message: ChatMessage, officials: readonly Official[]): ReactNode {
  if (message.from === 'app') {
    return (
      <span className="author by-app" title="Gửi qua OpenAPI, echo không có admin_id">
        <Icon name="api" /> Ứng dụng
      </span>
    );
  }
  if (message.from !== 'official') return null;
  return (
    <span className="author by-official" title={`Cán bộ gõ trong trang chat; admin_id ${message.adminId ?? '(trống)'}`}>
      <Icon name="building" /> {nameOf(message.adminId, officials)}
    </span>
  );
}

function nameOf(adminId: string | undefined, officials: readonly Official[]): string {
  const known = officials.find((official) => official.adminId === adminId);
  return known?.name ?? (adminId ? `Cán bộ …${adminId.slice(-4)}` : 'Cán bộ');
}
