import { MapPin } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import type { DraftPlace } from '../draft/model.ts';
import { MapView } from '../map/map-view.tsx';
import { PIN_ZOOM } from '../map/view-box.ts';
import { MOST_ADDRESS } from './address-screen.tsx';
import styles from './place.module.css';
import { placeTexts } from './texts.ts';
import { readingOf, useWardAt } from './ward-at.ts';

/** The place as it will be sent: the ward first, then the words, then the pin. */
export function PlaceSummary({
  place: { pin, address, wardCode, wardName },
  onAddress,
  onAdjust,
  onOtherWard,
}: {
  place: DraftPlace;
  onAddress: (address: string) => void;
  onAdjust: () => void;
  onOtherWard: () => void;
}) {
  const texts = useTexts(placeTexts);
  const found = useWardAt(wardCode ? null : pin);
  const reading = found.data ? readingOf(found.data) : null;
  const probable = reading?.kind === 'ward' ? reading.ward : null;
  const name = wardName ?? probable?.name ?? null;
  return (
    <section className={styles.summary} aria-label={texts.chosen}>
      <h2>{texts.chosen}</h2>
      <p className={styles.ward}>
        <MapPin aria-hidden size={24} />
        <span>{name ?? texts.wardUnknown}</span>
      </p>
      {!name && <p className={styles.later}>{texts.wardLater}</p>}
      {!pin && address && <p>{address}</p>}
      {pin && (
        <MapView
          label={texts.mapOfPin}
          centre={pin}
          zoom={PIN_ZOOM}
          gesture="still"
          pin={{ at: pin, name: null }}
          wardCode={wardCode ?? probable?.code ?? null}
        />
      )}
      <div className={styles.doings}>
        <Button look="secondary" onPress={onAdjust}>
          {texts.adjust}
        </Button>
        <Button look="quiet" onPress={onOtherWard}>
          {texts.otherWard}
        </Button>
      </div>
      {pin && (
        <TextField
          label={texts.guidance}
          hint={texts.guidanceHint}
          optional
          maxLength={MOST_ADDRESS}
          value={address}
          onChange={(event) => onAddress(event.target.value)}
        />
      )}
    </section>
  );
}
