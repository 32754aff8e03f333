import 'leaflet/dist/leaflet.css';
import {
  CRS,
  circleMarker,
  control,
  map as createMap,
  divIcon,
  geoJSON,
  type Map as LeafletMap,
  type Marker,
  marker,
} from 'leaflet';
import { useEffect, useRef } from 'react';
import { fetchGeometry } from '../sim/api.ts';
import type { Pin } from './pin.ts';
import { knownPlaces } from './places.ts';

interface Props {
  pin: Pin;
  choose: (pin: Pin) => void;
}

/** Ward outlines instead of map tiles: nothing leaves the machine. Without outlines the known places still orient. */
export function PinMap({ pin, choose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap | null>(null);
  const mark = useRef<Marker | null>(null);
  const chosen = useRef(choose);
  chosen.current = choose;
  const start = useRef(pin);

  useEffect(() => {
    if (!place.current) return;
    const view = createMap(place.current, {
      crs: CRS.EPSG3857,
      attributionControl: false,
      zoomAnimation: false,
      preferCanvas: true,
      zoomControl: false,
    });
    view.setView([start.current.latitude, start.current.longitude], 13);
    control.zoom({ position: 'bottomright', zoomInTitle: 'Phóng to', zoomOutTitle: 'Thu nhỏ' }).addTo(view);
    for (const { name, latitude, longitude } of knownPlaces) {
      circleMarker([latitude, longitude], {
        radius: 4,
        color: '#5d554d',
        weight: 2,
        fillColor: '#ffffff',
        fillOpacity: 1,
      })
        .bindTooltip(name, { permanent: true, direction: 'right', className: 'map-name' })
        .addTo(view);
    }
    mark.current = marker([start.current.latitude, start.current.longitude], {
      icon: divIcon({ className: 'map-pin', iconSize: [28, 28], iconAnchor: [14, 26], html: pinSvg }),
      draggable: true,
      alt: 'Ghim vị trí',
      keyboard: false,
    }).addTo(view);
    mark.current.on('dragend', ({ target }) => chosen.current(pinOf((target as Marker).getLatLng())));
    view.on('click', ({ latlng }) => chosen.current(pinOf(latlng)));
    map.current = view;
    drawOutlines(view).catch(() => undefined);
    return () => {
      view.remove();
    };
  }, []);

  useEffect(() => {
    mark.current?.setLatLng([pin.latitude, pin.longitude]);
    const at: [number, number] = [pin.latitude, pin.longitude];
    if (map.current && !map.current.getBounds().pad(-0.1).contains(at)) map.current.setView(at);
  }, [pin.latitude, pin.longitude]);

  return (
    <div
      ref={place}
      className="pin-map"
      role="application"
      aria-label="Bản đồ: bấm để đặt ghim; dùng danh sách hoặc ô tọa độ nếu không dùng chuột"
    />
  );
}

/** Outlines are optional: the simulator answers 404 when it was given none. */
async function drawOutlines(view: LeafletMap): Promise<void> {
  const outlines = geoJSON(await fetchGeometry(), {
    interactive: false,
    style: { color: '#857b70', weight: 1, fillColor: '#ffffff', fillOpacity: 0.7 },
  });
  // The map may have been closed while the outlines were on their way.
  if (view.getPane('overlayPane')?.isConnected) outlines.addTo(view).bringToBack();
}

function pinOf({ lat, lng }: { lat: number; lng: number }): Pin {
  return { latitude: Number(lat.toFixed(6)), longitude: Number(lng.toFixed(6)) };
}

const pinSvg =
  '<svg viewBox="0 0 28 28" aria-hidden="true"><path d="M14 27S24 17.500 24 11A10 10 0 0 0 4 11c0 6.500 10 16 10 16Z"/><circle cx="14" cy="11" r="3.500"/></svg>';
