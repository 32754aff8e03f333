import { divIcon, type Map as LeafletMap, type Marker, marker } from 'leaflet';
import styles from './leaflet-map.module.css';
import type { MapPin, Way } from './map-contract.ts';
import { arrowMetres, type LatLng, moved } from './view-box.ts';

const KEYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const DIRECTIONS: Readonly<Record<Way, { north: number; east: number }>> = {
  up: { north: 1, east: 0 },
  down: { north: -1, east: 0 },
  left: { north: 0, east: -1 },
  right: { north: 0, east: 1 },
};

const PIN_SVG =
  '<svg viewBox="0 0 32 44" width="36" height="50" aria-hidden="true"><path d="M16 43C12 33 2 26 2 15.500a14 13.500 0 0 1 28 0C30 26 20 33 16 43Z" fill="currentColor" stroke="var(--surface-raised)" stroke-width="2"/><circle cx="16" cy="15.500" r="5.500" fill="var(--surface-raised)"/></svg>';

type Heard = (at: LatLng, by: { metres: number; way: Way } | null) => void;

/** The pin: dragged, set by a tap, or moved by the arrow keys (with Shift ten steps at once). Its name stands over it. */
export function drawPin(map: LeafletMap, onPin: Heard) {
  let pin: Marker | null = null;
  let isDragged = false;
  const tell: Heard = (at, by) => onPin(at, by);

  const move = (way: Way, times = 1) => {
    if (!pin) return;
    const metres = arrowMetres(map.getZoom()) * times;
    const { north, east } = DIRECTIONS[way];
    const { lat, lng } = pin.getLatLng();
    const at = moved({ latitude: lat, longitude: lng }, { north: north * metres, east: east * metres });
    pin.setLatLng([at.latitude, at.longitude]);
    if (!map.getBounds().pad(-0.1).contains(pin.getLatLng())) map.panTo(pin.getLatLng(), { animate: false });
    tell(at, { metres, way });
  };
  const pressed = (event: KeyboardEvent) => {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    move(way, event.shiftKey ? 10 : 1);
  };

  return {
    move,
    set: (at: LatLng) => tell(at, null),
    show: (shown: MapPin | null, { label, fixed }: { label: string; fixed: boolean }) => {
      if (!shown) {
        pin?.remove();
        pin = null;
        return;
      }
      const where: [number, number] = [shown.at.latitude, shown.at.longitude];
      if (!pin) {
        pin = marker(where, {
          icon: pinIcon(),
          draggable: !fixed,
          autoPan: true,
          keyboard: !fixed,
          interactive: !fixed,
        });
        pin.on('dragstart', () => {
          isDragged = true;
        });
        pin.on('dragend', () => {
          isDragged = false;
          const { lat, lng } = pin?.getLatLng() ?? { lat: where[0], lng: where[1] };
          tell({ latitude: lat, longitude: lng }, null);
        });
        pin.addTo(map);
        if (fixed) pin.getElement()?.setAttribute('role', 'img');
        else pin.getElement()?.addEventListener('keydown', pressed);
      }
      // What was known before must not take it out of the finger.
      if (!isDragged) pin.setLatLng(where);
      pin.getElement()?.setAttribute('aria-label', label);
      nameIt(pin, shown.name);
    },
  };
}

function pinIcon() {
  return divIcon({ html: PIN_SVG, className: styles.pin ?? '', iconSize: [48, 56], iconAnchor: [24, 53] });
}

/** As text, never as HTML: the name comes from a service. */
function nameIt(pin: Marker, name: string | null): void {
  pin.unbindTooltip();
  if (!name) return;
  const words = document.createElement('span');
  words.textContent = name;
  pin.bindTooltip(words, {
    permanent: true,
    direction: 'top',
    offset: [0, -50],
    className: styles.pinName ?? '',
    opacity: 1,
  });
  // The pin's own name says it.
  pin.getTooltip()?.getElement()?.setAttribute('aria-hidden', 'true');
}
