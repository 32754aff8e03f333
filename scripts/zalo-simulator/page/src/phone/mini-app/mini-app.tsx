import { type CSSProperties, useState } from 'react';
import { timeOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import { ConsentSheet } from './consent-sheet.tsx';
import { MediaSheet } from './media-sheet.tsx';
import { usePhoneSettings } from './settings-store.ts';
import { LeaveSheet, PermissionSheet, QrSheet, ShareSheet } from './small-sheets.tsx';
import type { MiniAppPhone } from './use-mini-app.ts';

interface Props {
  app: MiniAppPhone;
  miniAppId: string;
  citizenId: string;
  oaName: string;
  now: number;
}

/** The Mini App over the chat, as Zalo shows it: full phone, capsule at the top right, Zalo's own sheets above all. */
export function MiniApp({ app, miniAppId, citizenId, oaName, now }: Props) {
  const { state } = app;
  const { header } = state;
  if (state.shown === 'closed') return null;
  const sheet = sheetOf({ app, miniAppId, citizenId, oaName, now });
  return (
    <section
      className="mini-app"
      aria-label="Mini App"
      hidden={state.shown === 'hidden'}
      data-status={header.statusBar}
      style={coloursOf(header)}
    >
      <div className="mini-screen" {...(sheet ? { inert: '' } : {})}>
        {header.statusBar !== 'hidden' && <StatusBar now={now} />}
        {!header.hidden && (
          <header className="mini-bar">
            <button type="button" className="icon-button" onClick={app.back}>
              <Icon name="back" />
              <span className="sr-only">Quay lại trang trước</span>
            </button>
            <strong>{state.title || oaName}</strong>
          </header>
        )}
        <Capsule app={app} />
        <Frame app={app} miniAppId={miniAppId} citizenId={citizenId} />
        <nav className="mini-keys" aria-label="Phím của điện thoại">
          <button type="button" title="Phím quay lại: về trang trước, rồi ra khỏi Mini App" onClick={app.back}>
            <Icon name="back" />
            <span className="sr-only">Phím quay lại</span>
          </button>
          <button type="button" title="Thu nhỏ Mini App, về cuộc trò chuyện" onClick={app.hide}>
            <Icon name="home" />
            <span className="sr-only">Thu nhỏ</span>
          </button>
        </nav>
      </div>
      <p className="mini-toast" role="status">
        {state.toast && <span key={state.toast.count}>{state.toast.text}</span>}
      </p>
      {sheet}
    </section>
  );
}

/** As the app wishes; ours when it says nothing. */
function coloursOf({ color, textColor }: MiniAppPhone['state']['header']): CSSProperties {
  return color ? ({ '--mini-head': color, '--mini-ink': textColor || 'white' } as CSSProperties) : {};
}

function StatusBar({ now }: { now: number }) {
  const { network } = usePhoneSettings();
  return (
    <div className="mini-status" aria-hidden="true">
      <span>{timeOf(now)}</span>
      <span>{network.online ? (network.kilobytesPerSecond > 0 ? 'Mạng yếu' : '4G') : 'Mất mạng'}</span>
    </div>
  );
}

/** Drawn by Zalo over the app's own pixels: an app leaves room for it. */
function Capsule({ app }: { app: MiniAppPhone }) {
  const [menu, setMenu] = useState(false);
  const act = (work: () => void) => () => {
    setMenu(false);
    work();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from wherever the focus is in it.
    <div className="capsule" onKeyDown={(event) => event.key === 'Escape' && setMenu(false)}>
      <div className="capsule-keys">
        <button type="button" aria-expanded={menu} onClick={() => setMenu(!menu)}>
          <span aria-hidden="true">•••</span>
          <span className="sr-only">Tùy chọn Mini App</span>
        </button>
        <button type="button" onClick={app.close}>
          <Icon name="close" />
          <span className="sr-only">Đóng Mini App</span>
        </button>
      </div>
      {menu && (
        <ul className="capsule-menu">
          <li>
            <button type="button" onClick={act(app.hide)}>
              Thu nhỏ
            </button>
          </li>
          <li>
            <button type="button" onClick={act(app.openPermissions)}>
              Quyền đã cấp
            </button>
          </li>
          <li>
            <button type="button" onClick={act(app.reload)}>
              Tải lại
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

function Frame({ app, miniAppId, citizenId }: Pick<Props, 'app' | 'miniAppId' | 'citizenId'>) {
  const { start } = app.state;
  // Elsewhere the frame would be of another site, without storage, and the SDK would not find Zalo.
  if (!location.hostname.includes('h5.zdn.vn')) {
    const here = `http://h5.zdn.vn.localhost:${location.port}/`;
    return (
      <p className="mini-elsewhere">
        Mini App chỉ chạy dưới tên miền như của Zalo. Mở trang giả lập ở <a href={here}>{here}</a>
      </p>
    );
  }
  const joint = start.path.includes('?') ? '&' : '?';
  return (
    <iframe
      key={start.count}
      ref={app.frame}
      title="Màn hình Mini App"
      src={`/zapps/${miniAppId}${start.path}${joint}citizen=${citizenId}`}
    />
  );
}

function sheetOf({ app, miniAppId, citizenId, oaName }: Props) {
  const { question, leave, permissions, title } = app.state;
  if (question) {
    const { answer } = app;
    switch (question.what) {
      case 'permission':
        return (
          <ConsentSheet
            key={question.id}
            permissions={question.permissions}
            appName={title || oaName}
            oaName={oaName}
            answer={answer}
          />
        );
      case 'media':
        return <MediaSheet key={question.id} citizenId={citizenId} most={question.most} answer={answer} />;
      case 'share':
        return <ShareSheet key={question.id} text={question.text} answer={answer} />;
      case 'qr':
        return <QrSheet key={question.id} link={`https://zalo.me/s/${miniAppId}/`} answer={answer} />;
    }
  }
  if (leave) return <LeaveSheet leave={leave} stay={app.stay} />;
  if (permissions) return <PermissionSheet citizenId={citizenId} leave={app.stay} />;
  return null;
}
