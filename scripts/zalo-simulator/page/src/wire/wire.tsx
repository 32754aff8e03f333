import { useState } from 'react';
import type { Citizen, WireEntry } from '../../../control-api.ts';
import { type Filter, filters, passes, wentWrong } from './kinds.ts';
import { WireRow } from './wire-row.tsx';

/** What went over the wire, newest first. */
export function Wire({
  entries,
  citizens,
  webhookUrl,
}: {
  entries: readonly WireEntry[];
  citizens: readonly Citizen[];
  webhookUrl: string;
}) {
  const [filter, setFilter] = useState<Filter>('all');
  const refused = entries.filter(wentWrong).length;
  const shown = entries.filter((entry) => passes(entry, filter));
  const names = new Map(citizens.map((citizen) => [citizen.id, citizen.name]));
  return (
    <div className="wire">
      <fieldset className="filters">
        <legend className="sr-only">Lọc</legend>
        {filters.map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name="wire-filter" checked={filter === id} onChange={() => setFilter(id)} />
            <span>
              {label}
              {id === 'refused' && refused > 0 ? ` (${refused})` : ''}
            </span>
          </label>
        ))}
      </fieldset>
      <ol className="wire-list" aria-label="Các lần gọi, mới nhất ở trên">
        {shown.map((entry) => (
          <WireRow key={entry.seq} entry={entry} who={entry.citizenId ? names.get(entry.citizenId) : undefined} />
        ))}
      </ol>
      {shown.length === 0 && (
        <p className="hint">
          {filter === 'all'
            ? `Chưa có lần gọi nào. Webhook sẽ được gửi tới ${webhookUrl || '(chưa đặt địa chỉ)'}.`
            : 'Không có lần gọi nào thuộc loại này.'}
        </p>
      )}
    </div>
  );
}
