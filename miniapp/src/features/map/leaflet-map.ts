import 'leaflet/dist/leaflet.css';
import { control, type LatLngExpression, type Map as LeafletMap, map as leafletMap } from 'leaflet';
import { drawMarks } from './draw-marks.ts';
import { drawPin } from './draw-pin.ts';
import { drawWards } from './draw-wards.ts';
import type { MapOptions, OpenMap } from './map-contract.ts';
import { watchTheme } from './theme.ts';
import { FARTHEST_ZOOM, type LatLng, NEAREST_ZOOM, type View } from './view-box.ts';

/**
 * A map of outlines alone: no pictures are fetched, so it works from what the phone has kept. The only part of the app that loads
 * Leaflet, by `import()`.
 */
export function openMap(element: HTMLElement, options: MapOptions): OpenMap {
  const map = leafletMap(element, {
    ...baseOf(options),
    center: at(options.centre),
    zoom: options.zoom,
    minZoom: FARTHEST_ZOOM,
    maxZoom: NEAREST_ZOOM,
    // A little beyond the city: who has moved out of it finds the way back.
    maxBounds: [
      [20.2, 104.9],
      [21.8, 106.4],
    ],
    preferCanvas: true,
    zoomControl: false,
    // Leaflet's own is too small to read; the component shows it.
    attributionControl: false,
    // Leaflet does not end a zoom's animation when the map is closed under it; and a slow phone has better things to do.
    zoomAnimation: false,
    ...(wantsCalm() && { fadeAnimation: false, inertia: false }),
  });
  // Without streets, how far is far is not seen.
  if (!options.isSmall) control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  const wards = drawWards(map);
  const marks = drawMarks(map, (ids) => options.onMarks?.(ids));
  const pin = drawPin(map, (where, by) => options.onPin?.(where, by));
  if (options.onPin) map.on('click', ({ latlng }) => pin.set({ latitude: latlng.lat, longitude: latlng.lng }));
  map.on('moveend', () => options.onView(viewOf(map)));
  const unshare = options.gesture === 'shared' ? sharePage(map, element, options.onOneFinger) : () => {};
  const unwatch = watchTheme(() => wards.paint());
  // Its place may still be growing when it is opened.
  const resized = typeof ResizeObserver === 'function' ? new ResizeObserver(() => map.invalidateSize()) : null;
  resized?.observe(element);
  options.onView(viewOf(map));

  return {
    show: (layers, words) => {
      wards.show(layers.outlines, layers.wardCode, options.isSmall || Boolean(layers.pin?.name));
      marks.show(layers, words);
      pin.show(layers.pin, { label: words.pin, fixed: options.gesture === 'still' });
    },
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    lookAt: (where, zoom) => void map.setView(at(where), zoom ?? map.getZoom(), { animate: !wantsCalm() }),
    movePin: (way) => pin.move(way),
    close: () => {
      resized?.disconnect();
      unwatch();
      unshare();
      map.remove();
    },
  };
}

function baseOf({ gesture }: MapOptions) {
  const moves = gesture !== 'still';
  return {
    dragging: moves,
    touchZoom: moves,
    doubleClickZoom: moves,
    boxZoom: false,
    keyboard: moves,
    // Over a page that scrolls the wheel is the page's.
    scrollWheelZoom: gesture === 'free',
  };
}

/** One finger is the page's, two are the map's. A mouse has buttons enough for both. */
function sharePage(map: LeafletMap, element: HTMLElement, onOneFinger: (() => void) | undefined): () => void {
  const isTouch = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
  if (!isTouch) return () => {};
  map.dragging.disable();
  const moved = (event: TouchEvent) => {
    if (event.touches.length === 1) onOneFinger?.();
  };
  element.addEventListener('touchmove', moved, { passive: true });
  return () => element.removeEventListener('touchmove', moved);
}

function viewOf(map: LeafletMap): View {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
    zoom: map.getZoom(),
  };
}

function at({ latitude, longitude }: LatLng): LatLngExpression {
  return [latitude, longitude];
}

function wantsCalm(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
