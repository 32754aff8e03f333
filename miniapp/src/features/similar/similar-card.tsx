import { MapPin } from 'lucide-react';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { CardPhoto } from '../report-card/card-photo.tsx';
import { StateChip } from '../report-card/state-chip.tsx';
import { agoWords } from '../report-view/when.ts';
import styles from './similar.module.css';
import type { SimilarReport } from './similar.ts';
import { similarTexts } from './texts.ts';

/** What somebody else reported nearby, why it may be the same, and the way to join in. */
export function SimilarCard({ report, onJoin }: { report: SimilarReport; onJoin: () => void }) {
  const texts = useTexts(similarTexts);
  const language = useLanguage();
  const { category, ward, distanceMetres, receivedAt, state, stateLabel, excerpt, thumbnailUrl, because, followers } =
    report;
  const what = category ?? texts.noCategory;
  const ago = texts.sent(agoWords(new Date(receivedAt), { language, now: new Date() }));
  const where = [ward, distanceMetres === null ? null : distanceWords(distanceMetres, texts), ago].filter(Boolean);
  return (
    <article className={styles.card}>
      {thumbnailUrl && (
        <div className={styles.photo}>
          <CardPhoto url={thumbnailUrl} alt={texts.photo(what)} />
        </div>
      )}
      <h2 className={styles.what}>{what}</h2>
      {excerpt && <p lang="vi">{excerpt}</p>}
      <p className={styles.where}>
        <MapPin aria-hidden size={18} />
        <span>{where.join(' · ')}</span>
      </p>
      <StateChip state={state} label={stateLabel} />
      {followers > 0 && <p className={styles.note}>{texts.followers(followers)}</p>}
      {because.length > 0 && (
        <ul className={styles.because} aria-label={texts.why}>
          {because.map((reason) => (
            <li key={reason} lang="vi">
              {reason}
            </li>
          ))}
        </ul>
      )}
      <Button wide look="secondary" label={texts.sameAs(what)} onPress={onJoin}>
        {texts.same}
      </Button>
    </article>
  );
}

/** To ten metres, as the service rounds it; nobody reads "1247 m". */
export function distanceWords(
  metres: number,
  texts: Pick<typeof similarTexts.vi, 'samePoint' | 'metres' | 'kilometres'>,
): string {
  if (metres < 5) return texts.samePoint;
  const rounded = Math.round(metres / 10) * 10;
  if (rounded < 1_000) return texts.metres(Math.max(10, rounded));
  return texts.kilometres((rounded / 1_000).toFixed(1).replace('.', texts === similarTexts.vi ? ',' : '.'));
}
