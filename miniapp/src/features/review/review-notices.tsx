import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { editLink } from '../draft/step.tsx';
import type { Missing } from './missing.ts';
import styles from './review.module.css';
import { reviewTexts } from './texts.ts';

/** What is still needed, by name, each with the way to say it. */
export function MissingParts({ missing }: { missing: readonly Missing[] }) {
  const texts = useTexts(reviewTexts);
  const ways = { what: ['/report/what', texts.addWhat], place: ['/report/place', texts.addPlace] } as const;
  if (missing.length === 0) return null;
  return (
    <Notice kind="soon">
      <p>{texts.missing}</p>
      <ul className={styles.links}>
        {missing.map((part) => (
          <li key={part}>
            <Link to={editLink(ways[part][0])} className={styles.link}>
              {ways[part][1]}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Which report this one is sent together with. */
export function JoinedReport({ code }: { code: string }) {
  const texts = useTexts(reviewTexts);
  return (
    <Notice>
      <p>{texts.joinsOne(code)}</p>
      <Link to="/report/similar" className={styles.link}>
        {texts.changeJoins}
      </Link>
    </Notice>
  );
}
