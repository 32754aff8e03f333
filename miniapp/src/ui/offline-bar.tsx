import { WifiOff } from 'lucide-react';
import { useOnline } from '../api/network.ts';
import { useTexts } from '../i18n/language.ts';
import styles from './offline-bar.module.css';
import { uiTexts } from './texts.ts';

/** Says that there is no network, and what that means: below the title of every page, because Zalo draws over what is above it; heard when it happens. */
export function OfflineBar() {
  const texts = useTexts(uiTexts);
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={styles.bar}>
          <WifiOff aria-hidden size={20} /> {texts.offline}
        </p>
      )}
    </div>
  );
}
