import { type ReactNode, useEffect, useState } from 'react';
import type { Citizen } from '../../control-api.ts';
import { Console } from './console/console.tsx';
import { ClockBar } from './controls/clock.tsx';
import { Controls } from './controls/controls.tsx';
import { DeviationBar } from './controls/deviation-bar.tsx';
import { deviationsOf } from './controls/deviations.ts';
import { phoneDeviationsOf } from './controls/phone-deviations.ts';
import { Icon } from './icons.tsx';
import { CitizenPicker } from './phone/citizen-picker.tsx';
import { usePhoneSettings } from './phone/mini-app/settings-store.ts';
import { Phone } from './phone/phone.tsx';
import { simulatedNow } from './sim/model.ts';
import { NoticeBar } from './sim/notices.tsx';
import { useModel } from './sim/store.ts';
import { Wire } from './wire/wire.tsx';

const panes = [
  { id: 'phone', label: 'Điện thoại' },
  { id: 'console', label: 'Chat của OA' },
  { id: 'wire', label: 'Đường truyền' },
] as const;

type Pane = (typeof panes)[number]['id'];

function byLatestMessage(citizens: readonly Citizen[]): Citizen | undefined {
  return [...citizens].sort((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0))[0];
}

export function App() {
  const model = useModel();
  const now = simulatedNow(model, useTick());
  const [pane, setPane] = useState<Pane>('phone');
  const [wanted, setWanted] = useState<string | null>(null);
  const [consoleWanted, setConsoleWanted] = useState<string | null>(null);
  const [screenOn, setScreenOn] = useState(true);
  const [side, setSide] = useState<'wire' | 'controls'>('wire');

  const troubles = phoneDeviationsOf(usePhoneSettings()).length;

  const { sim } = model;
  // The first look shows the liveliest chat, so that a visitor sees at once what this is; later news never switch it.
  const [liveliest, setLiveliest] = useState<string | null>(null);
  if (sim && liveliest === null) setLiveliest(byLatestMessage(sim.citizens)?.id ?? null);
  const citizen = sim?.citizens.find((one) => one.id === (wanted ?? liveliest)) ?? sim?.citizens[0];
  const choose = (id: string) => {
    setWanted(id);
    // The other end of the same conversation is what the visitor wants to see next.
    setConsoleWanted(id);
  };

  return (
    <div className="app" data-pane={pane}>
      <header className="top">
        <h1>
          <span className="tool-badge">Giả lập</span> Zalo của {sim?.oa.name ?? 'OA'}
        </h1>
        {sim && <ClockBar now={now} offsetMs={sim.offsetMs} />}
      </header>
      <div role="status">
        {model.link === 'lost' && (
          <p className="link-lost">
            <Icon name="warn" /> Mất kết nối với bộ giả lập. Đang tự nối lại…
          </p>
        )}
      </div>
      <NoticeBar />
      <nav className="pane-tabs" aria-label="Các màn hình">
        {panes.map(({ id, label }) => (
          <button key={id} type="button" data-pane={id} aria-current={pane === id} onClick={() => setPane(id)}>
            {label}
            {id === 'phone' && pane !== 'phone' && citizen && citizen.unread > 0 ? ` (${citizen.unread} mới)` : ''}
          </button>
        ))}
      </nav>
      {sim && citizen ? (
        <main className="panes">
          <PaneBox
            id="phone"
            title="Người dân"
            tools={
              <CitizenPicker
                citizens={sim.citizens}
                chosen={citizen.id}
                choose={choose}
                screenOn={screenOn}
                setScreenOn={setScreenOn}
              />
            }
          >
            <Phone
              key={citizen.id}
              citizen={citizen}
              oaName={sim.oa.name}
              messages={model.messages.get(citizen.id) ?? []}
              now={now}
              screenOn={screenOn}
              {...(sim.hasMiniApp && sim.miniAppId !== undefined ? { miniAppId: sim.miniAppId } : {})}
            />
          </PaneBox>
          <PaneBox id="console" title="Cán bộ">
            <Console
              oaName={sim.oa.name}
              officials={sim.officials}
              tags={sim.tags}
              citizens={sim.citizens}
              messages={model.messages}
              open={consoleWanted ?? citizen.id}
              setOpen={setConsoleWanted}
              now={now}
            />
          </PaneBox>
          <PaneBox
            id="wire"
            title={side === 'wire' ? 'Đường truyền' : 'Tình huống'}
            tools={<SideSwitch side={side} setSide={setSide} count={deviationsOf(sim.settings).length + troubles} />}
          >
            <DeviationBar settings={sim.settings} granted={sim.granted} pending={sim.pendingDeliveries} />
            {side === 'wire' ? (
              <Wire entries={model.wire} citizens={sim.citizens} webhookUrl={sim.settings.webhook.url} />
            ) : (
              <Controls sim={sim} />
            )}
          </PaneBox>
        </main>
      ) : (
        <p className="waiting">{sim ? 'Bộ giả lập chưa có người dân nào.' : 'Đang đọc trạng thái bộ giả lập…'}</p>
      )}
    </div>
  );
}

function PaneBox({ id, title, tools, children }: { id: Pane; title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <section className={`pane pane-${id}`} aria-label={title}>
      <div className="pane-head">
        <h2>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  );
}

function SideSwitch({
  side,
  setSide,
  count,
}: {
  side: 'wire' | 'controls';
  setSide: (side: 'wire' | 'controls') => void;
  count: number;
}) {
  return (
    <div className="side-switch">
      <button type="button" className="quiet" aria-pressed={side === 'wire'} onClick={() => setSide('wire')}>
        Nhật ký
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={side === 'controls'}
        title="Làm cho Zalo chậm, hỏng, gửi trùng, đảo thứ tự…"
        onClick={() => setSide('controls')}
      >
        Tình huống{count > 0 ? ` (${count})` : ''}
      </button>
    </div>
  );
}

/** Browser time, once a second. */
function useTick(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
