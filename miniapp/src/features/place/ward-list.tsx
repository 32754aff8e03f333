import { Check } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { TextField } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { findWards } from './find-wards.ts';
import styles from './place.module.css';
import { placeTexts } from './texts.ts';
import type { NamedWard } from './ward-at.ts';
import { useWards } from './wards.ts';

/** All wards with a search that knows old names and needs no diacritics. */
export function WardList({ chosen, onWard }: { chosen: string | null; onWard: (ward: NamedWard) => void }) {
  const { wards: texts } = useTexts(placeTexts);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const wards = useWards();
  if (!wards.data) {
    return wards.isError ? (
      <Trouble error={wards.error} onRetry={() => void wards.refetch()} />
    ) : (
      <Skeleton block lines={4} />
    );
  }
  const found = findWards(wards.data, wanted);
  return (
    <>
      <TextField
        label={texts.search}
        hint={texts.hint}
        type="search"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">
        {found.length === 0 ? texts.none : wanted.trim() ? texts.found(found.length) : texts.all(found.length)}
      </p>
      <ul className={styles.list}>
        {found.map(({ ward: { code, name }, formerly }) => (
          <li key={code}>
            <button
              type="button"
              className={styles.row}
              aria-pressed={code === chosen}
              onClick={() => onWard({ code, name })}
            >
              <span className={styles.name}>
                {code === chosen && <Check aria-hidden size={20} />}
                {name}
              </span>
              {formerly.length > 0 && <span className={styles.reason}>{texts.formerly(formerly.join(', '))}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
