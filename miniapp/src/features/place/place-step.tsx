import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Pin } from '../draft/model.ts';
import { Step } from '../draft/step.tsx';
import type { DraftDoings } from '../draft/use-draft.ts';
import { loadMap } from '../map/use-leaflet.ts';
import { AddressScreen } from './address-screen.tsx';
import { LocateScreen } from './locate-screen.tsx';
import { rememberWard } from './own-ward.ts';
import { PinScreen } from './pin-screen.tsx';
import { PlaceSummary } from './place-summary.tsx';
import { placeTexts } from './texts.ts';
import { useWay } from './use-way.ts';
import type { NamedWard } from './ward-at.ts';
import { useWards } from './wards.ts';
import { WardsScreen } from './wards-screen.tsx';
import { Ways } from './ways.tsx';

/** A place that is being looked at and not yet the report's. */
export interface Candidate {
  pin: Pin;
  /** Chosen by the person, against or beside what the pin says. */
  ward: NamedWard | null;
}

/** "2/4 Ở đâu": three ways to say it, each without the others; what was said is kept at once. */
export function PlaceStep({ doings: { draft, isReady, setPlace } }: { doings: DraftDoings }) {
  const texts = useTexts(placeTexts);
  const { way, wardFor, open, leave } = useWay();
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [isRefusedForGood, setRefusedForGood] = useState(false);
  // Read now, so that a ward can be chosen later without a network.
  useWards();
  useEffect(() => {
    // Without it there are words and the list.
    loadMap().catch(() => {});
  }, []);
  const { place } = draft;

  switch (way) {
    case 'here':
      return (
        <LocateScreen
          onPlace={({ pin }) => {
            setCandidate({ pin, ward: null });
            open('map', { replace: true });
          }}
          onRefused={(forGood) => {
            setRefusedForGood(forGood);
            leave();
          }}
        />
      );
    case 'map':
      return (
        <PinScreen
          candidate={candidate ?? keptCandidate(place)}
          onCandidate={setCandidate}
          onWords={() => open('words', { replace: true })}
          onOtherWard={() => open('wards', { wardFor: 'pin' })}
          onDone={(pin, ward) => {
            setPlace({ pin, wardCode: ward?.code ?? null, wardName: ward?.name ?? null });
            rememberWard(ward);
            setCandidate(null);
            leave();
          }}
        />
      );
    case 'words':
      return (
        <AddressScreen
          place={place}
          onAddress={(address) => setPlace({ address })}
          onWard={(ward) => {
            // A pin in another ward was another answer to the same question.
            setPlace({ wardCode: ward.code, wardName: ward.name, ...(ward.code !== place.wardCode && { pin: null }) });
            rememberWard(ward);
          }}
          onList={() => open('wards', { wardFor: 'words' })}
          onDone={leave}
        />
      );
    case 'wards':
      return (
        <WardsScreen
          chosen={wardFor === 'pin' ? (candidate?.ward?.code ?? null) : place.wardCode}
          onWard={(ward) => {
            if (wardFor === 'pin' && candidate) setCandidate({ ...candidate, ward });
            else setPlace({ wardCode: ward.code, wardName: ward.name, ...(wardFor !== 'kept' && { pin: null }) });
            rememberWard(ward);
            leave();
          }}
        />
      );
  }

  const isKnown = Boolean(place.pin || place.wardCode || place.address.trim());
  return (
    <Step
      number={2}
      of={4}
      title={texts.title}
      back="/report"
      next={{ label: texts.next, to: '/report/what', disabled: !isKnown, ...(!isKnown && { why: texts.needed }) }}
    >
      {!isReady && <Skeleton block />}
      {isReady && isKnown && (
        <PlaceSummary
          place={place}
          onAddress={(address) => setPlace({ address })}
          onAdjust={() => {
            setCandidate(null);
            open(place.pin ? 'map' : 'words');
          }}
          onOtherWard={() => open('wards', { wardFor: 'kept' })}
        />
      )}
      {isReady && (
        <Ways
          isAnother={isKnown}
          isRefusedForGood={isRefusedForGood}
          onWay={(chosen) => {
            setCandidate(null);
            open(chosen, chosen === 'wards' ? { wardFor: 'alone' } : {});
          }}
        />
      )}
    </Step>
  );
}

function keptCandidate({ pin, wardCode, wardName }: DraftDoings['draft']['place']): Candidate | null {
  if (!pin) return null;
  return { pin, ward: wardCode && wardName ? { code: wardCode, name: wardName } : null };
}
