import { useEffect, useRef, useState } from 'react';
import type { Gesture, OpenMap, Way } from './map-contract.ts';
import type { LatLng, View } from './view-box.ts';

/** Loads the map's part of the app: before it is opened, where a map may be needed and the network be gone by then. */
export const loadMap = () => import('./leaflet-map.ts');

interface Opening {
  centre: LatLng;
  zoom: number;
  gesture: Gesture;
  isSmall: boolean;
  canPin: boolean;
}

interface Hears {
  setView: (view: View) => void;
  onPin: (at: LatLng, by: { metres: number; way: Way } | null) => void;
  onMarks: (ids: readonly string[]) => void;
  onOneFinger: () => void;
}

/** Opens Leaflet in a place of the page, and again when the way of touching changes. */
export function useLeaflet({ centre, zoom, gesture, isSmall, canPin }: Opening, hears: Hears) {
  const place = useRef<HTMLElement>(null);
  const [map, setMap] = useState<OpenMap | null>(null);
  const [isFailed, setFailed] = useState(false);
  const start = useRef({ centre, zoom, hears });
  start.current.hears = hears;

  useEffect(() => {
    let open: OpenMap | null = null;
    let isGone = false;
    loadMap()
      .then(({ openMap }) => {
        if (isGone || !place.current) return;
        const told = () => start.current.hears;
        open = openMap(place.current, {
          centre: start.current.centre,
          zoom: start.current.zoom,
          gesture,
          isSmall,
          onView: (view) => {
            start.current.centre = middleOf(view);
            start.current.zoom = view.zoom;
            told().setView(view);
          },
          onMarks: (ids) => told().onMarks(ids),
          onOneFinger: () => told().onOneFinger(),
          ...(canPin && { onPin: (at, by) => told().onPin(at, by) }),
        });
        setMap(open);
      })
      // Its part of the app could not be loaded, or this browser cannot draw.
      .catch(() => setFailed(true));
    return () => {
      isGone = true;
      open?.close();
      setMap(null);
    };
  }, [gesture, canPin, isSmall]);

  // The page looks elsewhere (a place was found, "near me" was pressed): the map follows. Opened again, it looks where it looked.
  const { latitude, longitude } = centre;
  const looked = useRef('');
  useEffect(() => {
    const look = `${latitude},${longitude},${zoom}`;
    if (look === looked.current) return;
    looked.current = look;
    start.current.centre = { latitude, longitude };
    start.current.zoom = zoom;
    map?.lookAt({ latitude, longitude }, zoom);
  }, [map, latitude, longitude, zoom]);
  return { place, map, isFailed };
}

function middleOf({ west, south, east, north }: View): LatLng {
  return { latitude: (south + north) / 2, longitude: (west + east) / 2 };
}
