import { List, LocateFixed, type LucideIcon, MapPinned, PencilLine } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { zalo } from '../../zalo/index.ts';
import { placeTexts } from './texts.ts';
import type { Way } from './use-way.ts';
import styles from './ways.module.css';

/** The ways, as large buttons. Who has said no to Zalo's question is not asked again and finds two others. */
export function Ways({
  isAnother,
  isRefusedForGood,
  onWay,
}: {
  /** A place is chosen already: these are for changing one's mind. */
  isAnother: boolean;
  isRefusedForGood: boolean;
  onWay: (way: Way) => void;
}) {
  const texts = useTexts(placeTexts);
  return (
    <section className={styles.ways} aria-label={texts.ways}>
      <h2>{isAnother ? texts.otherWays : texts.question}</h2>
      {isRefusedForGood && (
        <Notice live>
          <p>{texts.allowLater}</p>
          {/* Zalo's page says itself when it cannot be opened. */}
          <Button look="secondary" onPress={() => void zalo.openPermissions().catch(() => {})}>
            {texts.settings}
          </Button>
        </Notice>
      )}
      {zalo.isInside && (
        <WayButton icon={LocateFixed} title={texts.here} note={texts.hereNote} onPress={() => onWay('here')} />
      )}
      <WayButton icon={MapPinned} title={texts.onMap} note={texts.onMapNote} onPress={() => onWay('map')} />
      <WayButton icon={PencilLine} title={texts.inWords} note={texts.inWordsNote} onPress={() => onWay('words')} />
      <Button look="quiet" onPress={() => onWay('wards')}>
        <List aria-hidden size={20} /> {texts.fromList}
      </Button>
    </section>
  );
}

function WayButton({
  icon: Icon,
  title,
  note,
  onPress,
}: {
  icon: LucideIcon;
  title: string;
  note: string;
  onPress: () => void;
}) {
  return (
    <button type="button" className={styles.way} onClick={onPress}>
      <Icon aria-hidden size={32} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.note}>{note}</span>
      </span>
    </button>
  );
}
