import { Check } from 'lucide-react';
import { useOnline } from '../../api/network.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { DraftPlace } from '../draft/model.ts';
import styles from './place.module.css';
import { useWardGuesses, type WardGuess } from './search-places.ts';
import { placeTexts } from './texts.ts';
import type { NamedWard } from './ward-at.ts';

/** As the service takes it. */
export const MOST_ADDRESS = 300;

/** The address in the person's own words, kept as they are typed; the ward is never guessed behind their back but asked. */
export function AddressScreen({
  place: { address, wardCode, wardName },
  onAddress,
  onWard,
  onList,
  onDone,
}: {
  place: DraftPlace;
  onAddress: (address: string) => void;
  onWard: (ward: NamedWard) => void;
  onList: () => void;
  onDone: () => void;
}) {
  const { address: texts } = useTexts(placeTexts);
  const isNothing = !address.trim() && !wardCode;
  return (
    <Screen
      title={texts.title}
      back="/report/place"
      footer={
        <>
          {isNothing && <p className={styles.why}>{texts.empty}</p>}
          <Button wide disabled={isNothing} onPress={onDone}>
            {texts.button}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.label}
        hint={texts.hint}
        value={address}
        maxLength={MOST_ADDRESS}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => onAddress(event.target.value)}
      />
      <WardOf address={address} wardCode={wardCode} wardName={wardName} onWard={onWard} />
      <Button look="quiet" onPress={onList}>
        {texts.list}
      </Button>
    </Screen>
  );
}

/** The ward of the written address: asked, chosen, or left to the service. */
function WardOf({
  address,
  wardCode,
  wardName,
  onWard,
}: Pick<DraftPlace, 'address' | 'wardCode' | 'wardName'> & { onWard: (ward: NamedWard) => void }) {
  const { address: texts } = useTexts(placeTexts);
  const online = useOnline();
  const { guesses, isError, isLoading } = useWardGuesses(address);
  const isChosenOffered = guesses?.some(({ code }) => code === wardCode) ?? false;
  const [only, ...others] = guesses ?? [];
  return (
    <div className={styles.list}>
      <p role="status" className={isChosenOffered ? 'visually-hidden' : undefined}>
        {wardName ? texts.chosen(wardName) : guesses && guesses.length > 1 && texts.found(guesses.length)}
      </p>
      {isLoading && <Skeleton lines={2} />}
      {(isError || (!online && !guesses)) && address.trim() && !wardCode && <Notice live>{texts.offline}</Notice>}
      {guesses && guesses.length === 0 && !wardCode && (
        <Notice live>
          <p>{texts.none}</p>
        </Notice>
      )}
      {only && (
        <>
          <h2>{others.length === 0 ? texts.question(only.name) : texts.choose}</h2>
          <ul className={styles.list}>
            {[only, ...others].map((guess) => (
              <li key={guess.code}>
                <GuessButton
                  guess={guess}
                  isOnly={others.length === 0}
                  isChosen={guess.code === wardCode}
                  onPress={() => onWard(guess)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function GuessButton({
  guess: { name, why, whyIsVietnamese },
  isOnly,
  isChosen,
  onPress,
}: {
  guess: WardGuess;
  isOnly: boolean;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { address: texts } = useTexts(placeTexts);
  return (
    <button type="button" className={styles.row} aria-pressed={isChosen} onClick={onPress}>
      <span className={styles.name}>
        {isChosen && <Check aria-hidden size={20} />}
        {isOnly ? texts.yes(name) : name}
      </span>
      <span className={styles.reason} {...(whyIsVietnamese && { lang: 'vi' })}>
        {why}
      </span>
    </button>
  );
}
