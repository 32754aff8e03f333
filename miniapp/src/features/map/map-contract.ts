/** What a page shows on a map and hears from it: plain data, so that nothing but the map itself needs Leaflet. */
import type { Outlines } from './outlines.ts';
import type { LatLng, View } from './view-box.ts';

export interface MapPin {
  at: LatLng;
  /** Stands over the pin. */
  name: string | null;
}

export interface MapCluster {
  latitude: number;
  longitude: number;
  count: number;
  overdue: number;
  /** Which they are, where that is known: shown when the map cannot come any nearer. */
  ids: readonly string[];
}

export interface MapMark {
  id: string;
  latitude: number;
  longitude: number;
  /** What it is and where it stands, for those who cannot see it. */
  label: string;
  look: 'open' | 'answered' | 'overdue';
}

export interface MapLayers {
  outlines: Outlines | null;
  /** Drawn stronger. */
  wardCode: string | null;
  pin: MapPin | null;
  clusters: readonly MapCluster[];
  marks: readonly MapMark[];
  chosen: readonly string[];
}

/** Words the map itself puts on what it draws. */
export interface MapWords {
  pin: string;
  cluster: (cluster: MapCluster) => string;
}

/**
 * `still`: a picture, nothing can be touched. `free`: the map fills the page, one finger moves it. `shared`: it stands among other
 * things, one finger scrolls the page and two move the map.
 */
export type Gesture = 'still' | 'free' | 'shared';

export interface MapOptions {
  centre: LatLng;
  zoom: number;
  gesture: Gesture;
  /** A small picture: no scale, no name but the pin's. */
  isSmall: boolean;
  onView: (view: View) => void;
  /** The pin was set by a tap, a drag or the arrow keys. */
  onPin?: (at: LatLng, by: { metres: number; way: Way } | null) => void;
  /** One was pressed, or several that lie in one place. */
  onMarks?: (ids: readonly string[]) => void;
  /** One finger tried to move a `shared` map. */
  onOneFinger?: () => void;
}

export type Way = 'up' | 'down' | 'left' | 'right';

export interface OpenMap {
  show: (layers: MapLayers, words: MapWords) => void;
  zoomBy: (steps: number) => void;
  lookAt: (at: LatLng, zoom?: number) => void;
  /** Moves the pin one step of the screen. */
  movePin: (way: Way) => void;
  close: () => void;
}
