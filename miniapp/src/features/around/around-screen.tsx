import { List, Map as MapIcon, SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { zalo } from '../../zalo/index.ts';
import { useWards } from '../place/wards.ts';
import styles from './around.module.css';
import { AroundList } from './around-list.tsx';
import { AroundMap } from './around-map.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { countFilters, type Filters, useFilters } from './filters.ts';
import { NearMe } from './near-me.tsx';
import { aroundTexts } from './texts.ts';
import { useWhere, type Where } from './where.ts';

/** What others reported and what became of it: as a list, or on the map. */
export function AroundScreen() {
  const texts = useTexts(aroundTexts);
  const { filters, change } = useFilters();
  const { where, isSettled, isOutside, locateMe } = useWhere(filters);
  const [isFiltering, setFiltering] = useState(false);
  const { isFull, open: openFull, close: closeFull } = useFullMap();
  useEffect(() => {
    // What is pressed next opens without a network, too.
    import('../../pages/published-report.tsx').catch(() => {});
  }, []);
  const isMap = filters.view === 'map';
  const isFullMap = isMap && isFull;
  return (
    <Screen title={texts.title} {...(isFullMap && { onBack: closeFull })}>
      {!isFullMap && (
        <>
          {!isMap && <p className={styles.note}>{texts.what}</p>}
          <WhereWords where={where} />
          <div className={styles.where}>
            {zalo.isInside && where.kind !== 'near' && (
              <NearMe locateMe={locateMe} onFound={() => change({ ward: null })} />
            )}
            {where.kind !== 'city' && !isMap && (
              <Button look="secondary" onPress={() => change({ ward: 'all' })}>
                {texts.wholeCity}
              </Button>
            )}
            <Button look="secondary" onPress={() => setFiltering(true)}>
              <SlidersHorizontal aria-hidden size={20} />
              {countFilters(filters) > 0 ? texts.filtersOn(countFilters(filters)) : texts.filters}
            </Button>
          </div>
          {isOutside && filters.ward === null && <p className={styles.note}>{texts.ask.outside}</p>}
          <Views filters={filters} onChange={change} />
          {!isMap && <Search q={filters.q} onSearch={(q) => change({ q })} />}
        </>
      )}
      {isMap ? (
        <AroundMap filters={filters} where={where} isFull={isFull} onFull={openFull} />
      ) : (
        <AroundList filters={filters} where={where} isSettled={isSettled} />
      )}
      {isFiltering && <FilterSheet filters={filters} onChange={change} onClose={() => setFiltering(false)} />}
    </Screen>
  );
}

function WhereWords({ where }: { where: Where }) {
  const texts = useTexts(aroundTexts);
  const ward = useWards().data?.find(({ code }) => where.kind === 'ward' && code === where.code);
  const words = { near: texts.near, city: texts.city, ward: ward ? texts.inWard(ward.name) : texts.aWard };
  return (
    <p role="status" className={styles.begins}>
      {words[where.kind]}
    </p>
  );
}

function Views({ filters: { view }, onChange }: { filters: Filters; onChange: (change: Partial<Filters>) => void }) {
  const texts = useTexts(aroundTexts);
  return (
    <fieldset className={styles.views}>
      <legend className="visually-hidden">{texts.views}</legend>
      <button
        type="button"
        className={styles.view}
        aria-pressed={view === 'list'}
        onClick={() => onChange({ view: 'list' })}
      >
        <List aria-hidden size={20} /> {texts.list}
      </button>
      <button
        type="button"
        className={styles.view}
        aria-pressed={view === 'map'}
        onClick={() => onChange({ view: 'map' })}
      >
        <MapIcon aria-hidden size={20} /> {texts.map}
      </button>
    </fieldset>
  );
}

const TYPING_MS = 400;

function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const texts = useTexts(aroundTexts);
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed, TYPING_MS);
  const search = useRef(onSearch);
  search.current = onSearch;
  const searched = useRef(q);
  useEffect(() => {
    if (settled === searched.current) return;
    searched.current = settled;
    search.current(settled);
  }, [settled]);
  return (
    <TextField
      label={texts.search}
      hint={texts.searchHint}
      type="search"
      enterKeyHint="search"
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** The full map is a step in the history, so that the phone's own "back" closes it. */
function useFullMap() {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const { isFull = false } = (state ?? {}) as { isFull?: boolean };
  return {
    isFull,
    open: () => navigate({ search }, { state: { isFull: true } }),
    close: () => navigate(-1),
  };
}
