import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import type { Pin } from '../draft/model.ts';
import { MapView } from '../map/map-view.tsx';
import { CITY_CENTRE, PIN_ZOOM } from '../map/view-box.ts';
import { ownWard } from './own-ward.ts';
import { PinWard } from './pin-ward.tsx';
import styles from './place.module.css';
import type { Candidate } from './place-step.tsx';
import { placeTexts } from './texts.ts';
import { type NamedWard, readingOf, useWardAt } from './ward-at.ts';
import { useWards } from './wards.ts';

/** From here the middle of the city fills the screen. */
const CITY_ZOOM = 12;
const WARD_ZOOM = 14;

/** The map with the pin and the ward over it. A place that was found is first looked at ("Đúng chỗ này"), then moved if need be. */
export function PinScreen({
  candidate,
  onCandidate,
  onWords,
  onOtherWard,
  onDone,
}: {
  candidate: Candidate | null;
  onCandidate: (candidate: Candidate) => void;
  onWords: () => void;
  onOtherWard: () => void;
  onDone: (pin: Pin, ward: NamedWard | null) => void;
}) {
  const texts = useTexts(placeTexts);
  const pin = candidate?.pin ?? null;
  const [isAdjusting, setAdjusting] = useState(!pin);
  const [isUnsure, setUnsure] = useState(false);
  const [start] = useState(useStart(pin));
  const found = useWardAt(pin);
  const reading = found.data ? readingOf(found.data) : null;
  const chosen = candidate?.ward ?? null;
  const ward = chosen ?? (reading?.kind === 'ward' ? reading.ward : null);
  const isSurelyOutside = reading?.kind === 'outside' && reading.sure && !chosen;
  const mustChoose = reading?.kind === 'choose' && !chosen && !isUnsure;
  const why = mustChoose ? texts.map.chooseWard : isAdjusting ? texts.map.tap : null;

  return (
    <Screen
      title={texts.map.title}
      back="/report/place"
      footer={
        <>
          {why && <p className={styles.why}>{why}</p>}
          {isSurelyOutside ? (
            <Button wide onPress={onWords}>
              {texts.inWords}
            </Button>
          ) : (
            <Button wide disabled={!pin || mustChoose || found.isLoading} onPress={() => pin && onDone(pin, ward)}>
              {texts.thisPlace}
            </Button>
          )}
          {!isAdjusting && (
            <Button wide look="secondary" onPress={() => setAdjusting(true)}>
              {texts.adjust}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.map}>
        <MapView
          label={texts.map.label}
          centre={start.centre}
          zoom={start.zoom}
          fills
          gesture={isAdjusting ? 'free' : 'still'}
          pin={pin && { at: pin, name: ward?.name ?? null }}
          wardCode={ward?.code ?? null}
          {...(isAdjusting && {
            onPin: (at: Pin) => {
              setUnsure(false);
              onCandidate({ pin: at, ward: null });
            },
          })}
        />
      </div>
      {pin && (
        <PinWard
          found={found}
          reading={reading}
          chosen={chosen}
          isUnsure={isUnsure}
          onChoose={(wardChosen) => {
            setUnsure(wardChosen === null);
            onCandidate({ pin, ward: wardChosen });
          }}
          onOtherWard={onOtherWard}
        />
      )}
    </Screen>
  );
}

/** Where the map opens: at the pin, at the ward last spoken of, else in the middle of the city. */
function useStart(pin: Pin | null): { centre: Pin; zoom: number } {
  const wards = useWards();
  if (pin) return { centre: pin, zoom: PIN_ZOOM };
  const own = ownWard();
  const known = own && wards.data?.find(({ code }) => code === own.code);
  if (!known) return { centre: CITY_CENTRE, zoom: CITY_ZOOM };
  return { centre: { latitude: known.latitude, longitude: known.longitude }, zoom: WARD_ZOOM };
}
