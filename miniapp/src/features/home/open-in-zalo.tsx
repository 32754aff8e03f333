import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAbout } from '../guide/about.ts';
import styles from './open-in-zalo.module.css';
import { homeTexts } from './texts.ts';

/** For who came by a link in an ordinary browser: what this is, and the way in. */
export function OpenInZalo() {
  const texts = useTexts(homeTexts).outside;
  const about = useAbout();
  const link = about.data?.appLink ?? linkByPage();
  return (
    <Notice>
      <p>{texts.what}</p>
      <p>{texts.how}</p>
      {link && (
        <a className={styles.open} href={link}>
          {texts.open}
        </a>
      )}
    </Notice>
  );
}

/** Zalo names the app on its page, also where the app is not inside (§6.1, §7.6). */
function linkByPage(): string | null {
  const { APP_ID: id } = window as { APP_ID?: unknown };
  return typeof id === 'string' && /^\d+$/.test(id) ? `https://zalo.me/s/${id}/` : null;
}
