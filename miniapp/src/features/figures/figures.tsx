import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { FigureList } from './figure-list.tsx';
import { isUnknownWard, periods, useFigures } from './figures-api.ts';
import { PeriodChoice } from './period-choice.tsx';
import { figuresTexts } from './texts.ts';
import { WardSheet } from './ward-sheet.tsx';

/** `/figures?ward=&days=`: place and period are in the address, so that what is seen can be cited and passed on. */
export function FiguresView() {
  const texts = useTexts(figuresTexts);
  const [search, setSearch] = useSearchParams();
  const [isChoosing, setChoosing] = useState(false);
  const asked = search.get('ward') || null;
  const days = periods.find((period) => period === search.get('days')) ?? '30';
  const ofWard = useFigures(asked, days, asked !== null);
  const isGone = isUnknownWard(ofWard.error);
  const ward = isGone ? null : asked;
  const ofCity = useFigures(null, days);
  const shown = ward === null ? ofCity : ofWard;
  const choose = (change: { ward?: string | null; days?: string }) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return (
    <>
      <p>
        {texts.place}: <strong>{ward === null ? texts.city : (shown.data?.ward?.name ?? '…')}</strong>
      </p>
      <Button look="secondary" onPress={() => setChoosing(true)}>
        {texts.change}
      </Button>
      <PeriodChoice chosen={days} onChoose={(period) => choose({ days: period })} />
      {isGone && (
        <Notice kind="soon" live>
          <p>{texts.unknownWard}</p>
        </Notice>
      )}
      <KeptCopy at={shown.dataUpdatedAt} failed={shown.error !== null} />
      {shown.data && <FigureList figures={shown.data} city={ward === null ? null : (ofCity.data ?? null)} />}
      {!shown.data &&
        (shown.error ? (
          <Trouble error={shown.error} onRetry={() => void shown.refetch()} />
        ) : (
          <Skeleton block lines={6} />
        ))}
      {isChoosing && (
        <WardSheet
          chosen={ward}
          onChoose={(code) => {
            choose({ ward: code });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
