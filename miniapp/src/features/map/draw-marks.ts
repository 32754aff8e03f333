import { divIcon, type Map as LeafletMap, layerGroup, marker } from 'leaflet';
import styles from './leaflet-map.module.css';
import type { MapCluster, MapLayers, MapMark, MapWords } from './map-contract.ts';
import { NEAREST_ZOOM } from './view-box.ts';

/** A sign beside the colour: open, answered, overdue. */
const SIGNS: Readonly<Record<MapMark['look'], string>> = { open: '', answered: '✓', overdue: '!' };

/** Reports one by one, and where they lie close together as one mark with their number. Each is a real button. */
export function drawMarks(map: LeafletMap, onMarks: (ids: readonly string[]) => void) {
  const layer = layerGroup().addTo(map);
  let drawn: Pick<MapLayers, 'clusters' | 'marks' | 'chosen'> | null = null;

  const openCluster = ({ latitude, longitude, ids }: MapCluster) => {
    if (map.getZoom() >= NEAREST_ZOOM - 1 && ids.length > 0) onMarks(ids);
    else map.setView([latitude, longitude], Math.min(NEAREST_ZOOM, map.getZoom() + 2));
  };

  return {
    show: ({ clusters, marks, chosen }: MapLayers, words: MapWords) => {
      if (drawn?.clusters === clusters && drawn.marks === marks && drawn.chosen === chosen) return;
      drawn = { clusters, marks, chosen };
      const focused = document.activeElement?.getAttribute('data-mark') ?? null;
      layer.clearLayers();
      for (const cluster of clusters) {
        const face = button({ id: `c${cluster.latitude},${cluster.longitude}`, label: words.cluster(cluster) });
        face.className = styles.cluster ?? '';
        face.textContent = String(cluster.count);
        put(layer, cluster, face, () => openCluster(cluster));
      }
      for (const mark of marks) {
        const face = button(mark);
        const isChosen = chosen.includes(mark.id);
        face.className = [styles.mark, styles[mark.look], isChosen && styles.chosen].filter(Boolean).join(' ');
        face.setAttribute('aria-pressed', String(isChosen));
        const dot = document.createElement('span');
        dot.textContent = SIGNS[mark.look];
        dot.setAttribute('aria-hidden', 'true');
        face.append(dot);
        put(layer, mark, face, () => onMarks([mark.id]));
        if (mark.id === focused) face.focus({ preventScroll: true });
      }
    },
  };
}

function button({ id, label }: { id: string; label: string }): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.dataset.mark = id;
  return made;
}

function put(
  layer: ReturnType<typeof layerGroup>,
  { latitude, longitude }: { latitude: number; longitude: number },
  face: HTMLButtonElement,
  onPress: () => void,
): void {
  const icon = divIcon({ html: face, className: styles.holder ?? '', iconSize: [48, 48], iconAnchor: [24, 24] });
  // The button inside takes the focus; pressing it by key is a click, which Leaflet hears.
  layer.addLayer(marker([latitude, longitude], { icon, keyboard: false }).on('click', onPress));
}
