import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import styles from './deeds.module.css';
import type { ReportDeeds } from './deeds.ts';
import { QuestionCard } from './report-question.tsx';
import { deedTexts } from './texts.ts';

export interface DuplicateOfferProps {
  offer: { mainCode: string; category: string; place: string | null; distanceMetres: number | null; because: string[] };
  deeds: ReportDeeds;
}

/** Somebody else's report that may be of the same thing: joining it is offered, with the reasons, and never done by itself. */
export function DuplicateOffer({ offer, deeds }: DuplicateOfferProps) {
  const texts = useTexts(deedTexts).offer;
  const { mainCode, category, place, distanceMetres, because } = offer;
  return (
    <QuestionCard title={texts.title}>
      <p>{texts.what(mainCode)}</p>
      <p className={styles.strong}>{texts.where(category, place)}</p>
      <ul className={styles.because}>
        {distanceMetres !== null && <li>{texts.metres(distanceMetres)}</li>}
        {because.map((sentence) => (
          <li key={sentence} lang="vi">
            {sentence}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{texts.consequence}</p>
      <Button wide look="secondary" busy={deeds.isSending} onPress={() => deeds.act({ type: 'follow' })}>
        {texts.join}
      </Button>
    </QuestionCard>
  );
}
