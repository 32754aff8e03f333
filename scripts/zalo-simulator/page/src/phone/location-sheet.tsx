import { lazy, Suspense, useId, useState } from 'react';
import { Icon } from '../icons.tsx';
import { type Pin, parsePin } from './pin.ts';
import { knownPlaces } from './places.ts';

// Leaflet is half of the page's weight and most visitors never open the map.
const PinMap = lazy(() => import('./pin-map.tsx').then((module) => ({ default: module.PinMap })));

const HANOI: Pin = { latitude: 21.02868, longitude: 105.85224 };

export function LocationSheet({ send }: { send: (pin: Pin) => Promise<void> }) {
  const [pin, setPin] = useState<Pin>(HANOI);
  const [typed, setTyped] = useState<string | null>(null);
  const field = useId();
  const wrong = typed !== null && parsePin(typed) === null;
  return (
    <section className="sheet" aria-label="Gửi vị trí">
      <label htmlFor={`${field}-place`}>Nơi quen thuộc</label>
      <select
        id={`${field}-place`}
        value={
          knownPlaces.find((place) => place.latitude === pin.latitude && place.longitude === pin.longitude)?.name ?? ''
        }
        onChange={(event) => {
          const place = knownPlaces.find((one) => one.name === event.target.value);
          if (place) setPin({ latitude: place.latitude, longitude: place.longitude });
          setTyped(null);
        }}
      >
        <option value="" disabled>
          Điểm tự chọn
        </option>
        {knownPlaces.map((place) => (
          <option key={place.name}>{place.name}</option>
        ))}
      </select>
      <Suspense fallback={<div className="pin-map" aria-busy="true" />}>
        <PinMap
          pin={pin}
          choose={(chosen) => {
            setPin(chosen);
            setTyped(null);
          }}
        />
      </Suspense>
      <label htmlFor={`${field}-typed`}>Vĩ độ, kinh độ</label>
      <div className="field-row">
        <input
          id={`${field}-typed`}
          inputMode="text"
          value={typed ?? `${pin.latitude.toFixed(5)}, ${pin.longitude.toFixed(5)}`}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${field}-wrong` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            const parsed = parsePin(event.target.value);
            if (parsed) setPin(parsed);
          }}
        />
        <button type="button" className="primary" disabled={wrong} onClick={() => void send(pin)}>
          <Icon name="pin" />
          Gửi vị trí
        </button>
      </div>
      {wrong && (
        <p id={`${field}-wrong`} className="field-error">
          Ghi hai số cách nhau bằng dấu phẩy, ví dụ 21.01573, 105.81276.
        </p>
      )}
    </section>
  );
}
