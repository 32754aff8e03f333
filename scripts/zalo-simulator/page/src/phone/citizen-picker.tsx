import { useId, useState } from 'react';
import type { Citizen } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { addCitizen } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { load } from '../sim/store.ts';

interface Props {
  citizens: readonly Citizen[];
  chosen: string | null;
  choose: (citizenId: string) => void;
  screenOn: boolean;
  setScreenOn: (on: boolean) => void;
}

/** A select with thousands of people (after a load bench) would be useless and slow. */
const OFFERED = 100;

export function CitizenPicker({ citizens, chosen, choose, screenOn, setScreenOn }: Props) {
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const field = useId();
  const offered = citizens.length <= OFFERED ? citizens : recent(citizens, chosen);

  const add = async () => {
    const wanted = name.trim().normalize('NFC');
    if (!wanted) return;
    const citizen = await attempt(() => addCitizen(wanted));
    if (!citizen) return;
    await attempt(load);
    choose(citizen.id);
    setAdding(false);
    setName('');
  };

  return (
    <div className="picker">
      <div className="field-row">
        <label className="sr-only" htmlFor={`${field}-who`}>
          Điện thoại của
        </label>
        <select id={`${field}-who`} value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
          {offered.map((citizen) => (
            <option key={citizen.id} value={citizen.id}>
              {citizen.name}
              {citizen.unread > 0 ? ` (${citizen.unread} tin chưa xem)` : ''}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="quiet icon-button"
          aria-pressed={!screenOn}
          title={
            screenOn ? 'Tắt màn hình: tin mới được nhận nhưng chưa được xem' : 'Bật màn hình: tin mới được xem ngay'
          }
          onClick={() => setScreenOn(!screenOn)}
        >
          <Icon name="eye" />
          <span className="sr-only">Tắt màn hình điện thoại</span>
        </button>
        <button
          type="button"
          className="quiet icon-button"
          aria-expanded={adding}
          title="Thêm một người dân chưa từng tương tác với OA"
          onClick={() => setAdding(!adding)}
        >
          <Icon name="add" />
          <span className="sr-only">Thêm người</span>
        </button>
      </div>
      {adding && (
        <form
          className="field-row"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            aria-label="Tên người dân mới"
            placeholder="Tên người mới"
            value={name}
            // biome-ignore lint/a11y/noAutofocus: the field appears because the reader asked to type a name.
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="primary" disabled={name.trim() === ''}>
            Thêm
          </button>
        </form>
      )}
    </div>
  );
}

function recent(citizens: readonly Citizen[], chosen: string | null): Citizen[] {
  const newest = citizens.toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0)).slice(0, OFFERED);
  return citizens.filter((citizen) => citizen.id === chosen || newest.includes(citizen));
}
