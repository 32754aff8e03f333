import { dayOf, span, timeWithSeconds } from '../format.ts';
import { Icon } from '../icons.tsx';
import { advanceClock, resetClock } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptState } from '../sim/store.ts';

const HOUR = 3_600_000;
const jumps = [
  { label: '+1 giờ', ms: HOUR, hint: 'Tua một giờ' },
  { label: '+1 ngày', ms: 24 * HOUR, hint: 'Tua một ngày' },
  { label: '+49 giờ', ms: 49 * HOUR, hint: 'Qua cửa sổ miễn phí 48 giờ: tin của ứng dụng bị tính phí' },
  { label: '+8 ngày', ms: 192 * HOUR, hint: 'Qua 7 ngày: tin của ứng dụng bị từ chối, lỗi -230' },
];

/** To the next 23:00 of Hà Nội, which is UTC+7 all year. */
function untilNight(now: number): number {
  const sinceMidnight = (now + 7 * HOUR) % (24 * HOUR);
  return (23 * HOUR - sinceMidnight + 24 * HOUR) % (24 * HOUR);
}

/** Zalo's clock; `npm start` makes that of the service follow; anywhere else this moves windows, tokens and retries only. */
export function ClockBar({ now, offsetMs }: { now: number; offsetMs: number }) {
  const run = async (call: () => ReturnType<typeof resetClock>) => {
    const state = await attempt(call);
    if (state) acceptState(state);
  };
  return (
    <section className="clock-bar" aria-label="Đồng hồ giả lập">
      <p className="clock-now" title="Đồng hồ của Zalo giả lập, giờ Hà Nội">
        <Icon name="clock" />
        <strong>{timeWithSeconds(now)}</strong>
        <span>{dayOf(now)}</span>
        {Math.abs(offsetMs) >= 30_000 && <span className="clock-offset">nhanh hơn giờ thật {span(offsetMs)}</span>}
      </p>
      <div className="clock-jumps">
        {jumps.map(({ label, ms, hint }) => (
          <button
            key={label}
            type="button"
            className="quiet"
            title={hint}
            onClick={() => void run(() => advanceClock(ms))}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          className="quiet"
          title="Tua tới 23 giờ Hà Nội: mẫu ZNS có cờ đêm bị từ chối với lỗi -133"
          onClick={() => void run(() => advanceClock(untilNight(now)))}
        >
          Tới đêm
        </button>
        <button
          type="button"
          className="quiet"
          disabled={offsetMs === 0}
          title="Đồng hồ giả lập lại bằng giờ máy; điều dịch vụ đã hẹn trong lúc tua sẽ đợi tới giờ đó, muốn chơi lại hãy xóa .data"
          onClick={() => void run(resetClock)}
        >
          Về giờ thật
        </button>
      </div>
    </section>
  );
}
