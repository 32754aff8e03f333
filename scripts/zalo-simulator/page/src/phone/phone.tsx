import { useRef, useState } from 'react';
import type { ChatMessage, Citizen, CitizenAct } from '../../../control-api.ts';
import { Bubble } from '../chat/bubble.tsx';
import { Thread } from '../chat/thread.tsx';
import { timeOf } from '../format.ts';
import { Icon } from '../icons.tsx';
import { citizenAct } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptMessages } from '../sim/store.ts';
import { Composer } from './composer.tsx';
import { miniAppPath } from './mini-app/deep-link.ts';
import { LinkOpener } from './mini-app/link-opener.ts';
import { MenuBar } from './mini-app/menu-bar.tsx';
import { MiniApp } from './mini-app/mini-app.tsx';
import { useMiniApp } from './mini-app/use-mini-app.ts';
import { OaHeader } from './oa-header.tsx';
import { ReactionButton } from './reaction-button.tsx';
import { useSeen } from './use-seen.ts';

interface Props {
  citizen: Citizen;
  oaName: string;
  messages: readonly ChatMessage[];
  now: number;
  /** Off: what arrives is received but not seen. */
  screenOn: boolean;
  /** Absent: this phone has no Mini App. */
  miniAppId?: string;
}

/** The citizen's phone. Knows nothing of the service: it shows what Zalo would show. */
export function Phone({ citizen, oaName, messages, now, screenOn, miniAppId }: Props) {
  const [quote, setQuote] = useState<ChatMessage | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [prefill, setPrefill] = useState({ text: '', count: 0 });
  const app = useMiniApp({ onChat: (text) => setPrefill(({ count }) => ({ text, count: count + 1 })) });
  const chatSeen = screenOn && app.state.shown !== 'open';
  useSeen(citizen, frame, chatSeen);
  const openLink = (address: string) => {
    const path = miniAppId === undefined ? undefined : miniAppPath(address, miniAppId);
    if (path === undefined) return false;
    app.open(path);
    return true;
  };

  const act = async (what: CitizenAct) => {
    const answer = await attempt(() => citizenAct(citizen.id, what));
    if (answer) acceptMessages(answer.messages);
    return answer !== undefined;
  };

  return (
    <div ref={frame} className="phone" data-theme="light">
      <div className="phone-status" aria-hidden="true">
        <span>{timeOf(now)}</span>
        <span className="phone-camera" />
        <span>{citizen.name}</span>
      </div>
      <div className="phone-chat" {...(app.state.shown === 'open' ? { inert: '' } : {})}>
        <LinkOpener.Provider value={openLink}>
          <OaHeader citizen={citizen} oaName={oaName} act={act} />
          <Thread
            announce
            owner="citizen"
            label={`Trò chuyện của ${citizen.name} với ${oaName}`}
            messages={messages}
            empty={<Welcome oaName={oaName} />}
          >
            {(message) => (
              <Bubble
                message={message}
                side={message.from === 'citizen' ? 'mine' : 'theirs'}
                quoted={messages.find((one) => one.id === message.quoteId)}
                onPress={(buttonIndex) => void act({ act: 'press', messageId: message.id, buttonIndex })}
                actions={
                  !message.channel && (
                    <>
                      <button
                        type="button"
                        className="mini"
                        title="Trích dẫn tin này"
                        onClick={() => setQuote(message)}
                      >
                        <Icon name="quote" />
                        <span className="sr-only">Trích dẫn</span>
                      </button>
                      {message.from !== 'citizen' && (
                        <ReactionButton
                          chosen={message.citizenReaction}
                          react={(icon) => void act({ act: 'react', messageId: message.id, icon })}
                        />
                      )}
                    </>
                  )
                }
              />
            )}
          </Thread>
          {!screenOn && <p className="phone-off">Màn hình tắt: tin mới được nhận nhưng chưa được xem.</p>}
        </LinkOpener.Provider>
        {miniAppId !== undefined && <MenuBar miniAppId={miniAppId} open={openLink} />}
        {app.state.shown === 'hidden' && (
          <button type="button" className="mini-waiting" onClick={app.show}>
            <Icon name="again" /> Trở lại Mini App
          </button>
        )}
        <Composer citizen={citizen} act={act} quote={quote} dropQuote={() => setQuote(null)} prefill={prefill} />
      </div>
      {miniAppId !== undefined && (
        <MiniApp app={app} miniAppId={miniAppId} citizenId={citizen.id} oaName={oaName} now={now} />
      )}
    </div>
  );
}

function Welcome({ oaName }: { oaName: string }) {
  return (
    <>
      <strong>{oaName}</strong>
      <p>Chưa có tin nhắn nào. Gửi một ảnh và vị trí để phản ánh, hoặc bấm “Câu mẫu”.</p>
    </>
  );
}
