import { memo, useState } from 'react';
import type { WireEntry } from '../../../control-api.ts';
import { timeWithSeconds } from '../format.ts';
import { Icon } from '../icons.tsx';
import { redeliver } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { directionText, statusText, wentWrong } from './kinds.ts';

/** `memo`: the list holds hundreds of rows and the clock above it ticks every second. */
export const WireRow = memo(function WireRow({ entry, who }: { entry: WireEntry; who: string | undefined }) {
  const [open, setOpen] = useState(false);
  const wrong = wentWrong(entry);
  return (
    <li className="wire-row" data-wrong={wrong} data-direction={entry.direction}>
      <button type="button" className="wire-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="wire-way" title={directionText(entry)}>
          <Icon name={entry.direction === 'webhook' ? 'webhook' : 'api'} />
          <span className="sr-only">{directionText(entry)}: </span>
        </span>
        <span className="wire-title">
          {entry.title}
          {(entry.numRetry ?? 0) > 0 && <small className="wire-retry">lần gửi lại {entry.numRetry}</small>}
        </span>
        <span className="wire-status">
          <Icon name={wrong ? 'warn' : 'ok'} />
          {statusText(entry.status)}
          {entry.errorCode ? ` · ${entry.errorCode}` : ''}
        </span>
        <span className="wire-meta">
          {timeWithSeconds(entry.at)} · {Math.round(entry.durationMs)} ms{who ? ` · ${who}` : ''}
        </span>
      </button>
      {entry.explanation && <p className="wire-why">{entry.explanation}</p>}
      {open && (
        <div className="wire-body">
          {entry.direction === 'webhook' && (
            <button
              type="button"
              className="quiet"
              title="Gửi lại đúng nội dung này, num_retry tăng 1: dịch vụ phải nhận ra là trùng"
              onClick={() => void attempt(() => redeliver(entry.seq))}
            >
              <Icon name="again" />
              Gửi lại
            </button>
          )}
          <Payload title="Yêu cầu" text={entry.request} />
          <Payload title="Trả lời" text={entry.response} />
        </div>
      )}
    </li>
  );
});

function Payload({ title, text }: { title: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways and must be reachable by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
