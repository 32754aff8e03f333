import { Maximize } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { gather } from '../map/gather.ts';
import type { MapMark } from '../map/map-contract.ts';
import { MapView } from '../map/map-view.tsx';
import { CITY_CENTRE, type LatLng, type View } from '../map/view-box.ts';
import { useWards } from '../place/wards.ts';
import styles from './around.module.css';
import type { Filters } from './filters.ts';
import { PublishedCard, titleOf } from './published-card.tsx';
import { useReportsOnMap } from './reports.ts';
import { aroundTexts } from './texts.ts';
import type { Where } from './where.ts';
import type { PublishedLine } from './wire.ts';

const NEAR_ZOOM = 15;
const WARD_ZOOM = 14;
const CITY_ZOOM = 11;

/** The same reports on the map. What is pressed shows its card below; nothing is told by the map alone. */
export function AroundMap({
  filters,
  where,
  isFull,
  onFull,
}: {
  filters: Filters;
  where: Where;
  isFull: boolean;
  onFull: () => void;
}) {
  const texts = useTexts(aroundTexts);
  const [view, setView] = useState<View | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const reports = useReportsOnMap(view, filters);
  const { centre, zoom } = useLook(where);
  const shown = reports.data;
  const { marks, clusters } = useMemo(
    () =>
      gather(
        marksOf(shown?.reports ?? [], texts.unnamed),
        (shown?.clusters ?? []).map(({ states, ...cluster }) => ({ ...cluster, overdue: states.overdue, ids: [] })),
        view?.zoom ?? CITY_ZOOM,
      ),
    [shown, view?.zoom, texts],
  );
  const lines = chosen.flatMap((code) => shown?.reports.filter((line) => line.code === code) ?? []);
  const count = clusters.reduce((sum, cluster) => sum + cluster.count, marks.length);
  return (
    <>
      {reports.error && !shown && <Trouble error={reports.error} onRetry={() => void reports.refetch()} />}
      <div className={isFull ? `${styles.map} ${styles.full}` : styles.map}>
        <MapView
          label={texts.mapLabel}
          {...{ centre, zoom, chosen, marks, clusters }}
          wardCode={where.kind === 'ward' ? where.code : null}
          gesture={isFull ? 'free' : 'shared'}
          onMarks={setChosen}
          onView={setView}
          buttons={
            !isFull && (
              <button type="button" className={styles.fullButton} aria-label={texts.fullMap} onClick={onFull}>
                <Maximize aria-hidden />
              </button>
            )
          }
        />
      </div>
      <p role="status" className={styles.note}>
        {shown && texts.onMap(count)}
        {!isFull && count > 0 && ` · ${texts.mapOther}`}
      </p>
      {lines.length > 0 && (
        <Section title={texts.chosen}>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line.code}>
                <PublishedCard line={line} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Where the map looks: at the phone, at the ward, at the city. */
function useLook(where: Where): { centre: LatLng; zoom: number } {
  const wards = useWards();
  if (where.kind === 'near') return { centre: where, zoom: NEAR_ZOOM };
  const ward = where.kind === 'ward' ? wards.data?.find(({ code }) => code === where.code) : undefined;
  return ward ? { centre: ward, zoom: WARD_ZOOM } : { centre: CITY_CENTRE, zoom: CITY_ZOOM };
}

function marksOf(lines: readonly PublishedLine[], unnamed: string): MapMark[] {
  return lines.flatMap((line) => {
    const { code, latitude, longitude, stateGroup, stateLabel, overdue, place, ward } = line;
    if (latitude === null || longitude === null) return [];
    const label = [titleOf(line) ?? unnamed, place ?? ward?.name, stateLabel].filter(Boolean).join(', ');
    return [
      { id: code, latitude, longitude, label, look: overdue ? 'overdue' : stateGroup === 'open' ? 'open' : 'answered' },
    ];
  });
}
