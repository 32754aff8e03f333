import { circleMarker, divIcon, geoJSON, type Layer, type Map as LeafletMap, layerGroup, marker } from 'leaflet';
import { labelPoint } from './label-point.ts';
import styles from './leaflet-map.module.css';
import type { Outlines } from './outlines.ts';
import { coloursOf } from './theme.ts';

/** From here on there is room for the names of wards; in the city's middle they are a kilometre wide. */
const NAMES_FROM_ZOOM = 13;

type Feature = Outlines['features'][number];

/** The wards: quiet shapes with their names, the one in question stronger. */
export function drawWards(map: LeafletMap) {
  const shapes = layerGroup().addTo(map);
  const names = layerGroup().addTo(map);
  let shown: Outlines | null = null;
  let chosen: string | null = null;
  let isNamedElsewhere = false;

  const nameAll = () => {
    names.clearLayers();
    for (const { code, name, latitude, longitude } of namedPoints(shown)) {
      const isChosen = code === chosen;
      if (isChosen ? isNamedElsewhere : map.getZoom() < NAMES_FROM_ZOOM) continue;
      if (!map.getBounds().pad(0.2).contains([latitude, longitude])) continue;
      names.addLayer(label(name, [latitude, longitude], isChosen));
    }
  };
  const paint = () => {
    shapes.clearLayers();
    if (shown) for (const shape of shapesOf(map, shown, chosen)) shapes.addLayer(shape);
    nameAll();
  };
  map.on('moveend', nameAll);

  return {
    paint,
    /** `named`: the pin says the chosen ward's name already. */
    show: (outlines: Outlines | null, wardCode: string | null, named: boolean) => {
      if (outlines === shown && wardCode === chosen && named === isNamedElsewhere) return;
      shown = outlines;
      chosen = wardCode;
      isNamedElsewhere = named;
      paint();
    },
  };
}

function shapesOf(map: LeafletMap, { features, centres = [] }: Outlines, chosen: string | null): Layer[] {
  const colours = coloursOf(map.getContainer());
  const draw = (feature: Feature) => {
    const isChosen = feature.properties.code === chosen;
    return geoJSON(feature, {
      interactive: false,
      style: {
        color: isChosen ? colours.chosenLine : colours.line,
        weight: isChosen ? 3 : 1,
        fillColor: isChosen ? colours.chosenLand : colours.land,
        fillOpacity: 1,
      },
    });
  };
  // The chosen one last: its outline lies over its neighbours'.
  const others = features.filter(({ properties }) => properties.code !== chosen);
  const it = features.filter(({ properties }) => properties.code === chosen);
  const dots = centres.map(({ code, latitude, longitude }) =>
    circleMarker([latitude, longitude], {
      interactive: false,
      radius: code === chosen ? 8 : 5,
      color: colours.line,
      weight: 1,
      fillColor: code === chosen ? colours.chosenLine : colours.land,
      fillOpacity: 1,
    }),
  );
  return [...others.map(draw), ...it.map(draw), ...dots];
}

function namedPoints(outlines: Outlines | null) {
  if (!outlines) return [];
  const named = outlines.features.flatMap(({ properties: { code, name }, geometry }) => {
    const at = labelPoint(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
    return at ? [{ code, name, ...at }] : [];
  });
  return [...named, ...(outlines.centres ?? [])];
}

/** Seen only: whoever listens hears the ward from the sentence below the map. */
function label(name: string, where: [number, number], isChosen: boolean) {
  const words = document.createElement('span');
  words.textContent = name;
  words.setAttribute('aria-hidden', 'true');
  const className = isChosen ? `${styles.name} ${styles.chosenName}` : (styles.name ?? '');
  return marker(where, {
    icon: divIcon({ html: words, className, iconSize: [0, 0] }),
    interactive: false,
    keyboard: false,
    // Below whatever can be pressed.
    zIndexOffset: -10_000,
  });
}
