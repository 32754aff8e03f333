import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Gesture, MapCluster, MapMark, MapPin, OpenMap, Way } from './map-contract.ts';
import styles from './map-view.module.css';
import { useOutlines } from './outlines.ts';
import { mapTexts } from './texts.ts';
import { useLeaflet } from './use-leaflet.ts';
import type { LatLng, View } from './view-box.ts';

export interface MapViewProps {
  /** What the map shows, for those who cannot see it. */
  label: string;
  centre: LatLng;
  zoom: number;
  gesture: Gesture;
  /** Takes all the height its place has; else a picture of its own height. A map to move always does. */
  fills?: boolean;
  pin?: MapPin | null;
  onPin?: (at: LatLng) => void;
  wardCode?: string | null;
  clusters?: readonly MapCluster[];
  marks?: readonly MapMark[];
  chosen?: readonly string[];
  onMarks?: (ids: readonly string[]) => void;
  onView?: (view: View) => void;
  /** More buttons over the map. */
  buttons?: ReactNode;
}

const NONE: never[] = [];

/** The map in a page. It can always be done without: where it stands there is a way by words or a list. */
export function MapView(props: MapViewProps) {
  const { label, gesture, pin = null, onPin, clusters = NONE, marks = NONE, wardCode = null, chosen = NONE } = props;
  const texts = useTexts(mapTexts);
  const [view, setView] = useState<View | null>(null);
  const [said, setSaid] = useState('');
  const [isFingerHintShown, showFingerHint] = useState(false);
  const outlines = useOutlines(view);
  const describedBy = useId();
  const isStill = gesture === 'still';
  const isSmall = isStill && !props.fills;
  const opening = { centre: props.centre, zoom: props.zoom, gesture, isSmall, canPin: Boolean(onPin) };
  const { place, map, isFailed } = useLeaflet(opening, {
    setView: (seen) => {
      setView(seen);
      props.onView?.(seen);
    },
    onPin: (at, by) => {
      onPin?.(at);
      setSaid(by ? texts.movedBy(by.metres, texts[by.way]) : '');
    },
    onMarks: (ids) => props.onMarks?.(ids),
    onOneFinger: () => showFingerHint(true),
  });

  useEffect(() => {
    if (!isFingerHintShown) return;
    const timer = setTimeout(() => showFingerHint(false), 2_500);
    return () => clearTimeout(timer);
  }, [isFingerHintShown]);

  const shown = outlines.data ?? null;
  const pinLabel = pin?.name ? texts.pinIn(pin.name) : texts.pin;
  useEffect(() => {
    map?.show(
      { outlines: shown, wardCode, pin, clusters, marks, chosen },
      { pin: pinLabel, cluster: ({ count, overdue }) => texts.cluster(count, overdue) },
    );
  }, [map, shown, wardCode, pin, clusters, marks, chosen, pinLabel, texts]);

  if (isFailed) return <Notice kind="soon">{texts.failed}</Notice>;
  return (
    <div className={isSmall ? `${styles.frame} ${styles.small}` : styles.frame}>
      <section
        ref={place}
        className={gesture === 'free' ? `${styles.canvas} ${styles.free}` : styles.canvas}
        aria-label={label}
        aria-describedby={describedBy}
        {...(isStill ? { role: 'img' } : {})}
      >
        {!map && <Skeleton block lines={0} />}
      </section>
      <p id={describedBy} className="visually-hidden">
        {texts.describe} {onPin && texts.describePin}
      </p>
      {map && !isStill && <MapButtons map={map} hasPin={Boolean(pin && onPin)} extra={props.buttons} />}
      {isFingerHintShown && (
        <p className={styles.hint} aria-hidden>
          {texts.twoFingers}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Below outlines={outlines} />
    </div>
  );
}

function MapButtons({ map, hasPin, extra }: { map: OpenMap; hasPin: boolean; extra: ReactNode }) {
  const texts = useTexts(mapTexts);
  const ways: Way[] = ['up', 'down', 'left', 'right'];
  return (
    <>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} aria-label={texts.zoomIn} onClick={() => map.zoomBy(1)}>
          <Plus aria-hidden />
        </button>
        <button type="button" className={styles.button} aria-label={texts.zoomOut} onClick={() => map.zoomBy(-1)}>
          <Minus aria-hidden />
        </button>
        {extra}
      </div>
      {hasPin && (
        <fieldset className={styles.moves}>
          <legend className="visually-hidden">{texts.movePin}</legend>
          {ways.map((way) => (
            <button key={way} type="button" className={styles.button} onClick={() => map.movePin(way)}>
              {texts[way]}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** What is missing, and whose data it is. */
function Below({ outlines: { data, isError } }: { outlines: ReturnType<typeof useOutlines> }) {
  const texts = useTexts(mapTexts);
  const words = [
    isError && !data && texts.outlinesMissing,
    data && data.features.length === 0 && (data.centres?.length ?? 0) > 0 && texts.noOutlines,
    // Without outlines there is nobody to thank for them.
    data && data.features.length > 0 && data.attribution,
  ].filter(Boolean);
  if (words.length === 0) return null;
  return <p className={styles.below}>{words.join(' ')}</p>;
}
