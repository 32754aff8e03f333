import { FileText } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { zalo } from '../../zalo/index.ts';
import { publicFile } from '../report-card/card-photo.tsx';
import { useReading } from '../report-view/use-now.ts';
import { pastWords } from '../report-view/when.ts';
import { PublicPhotos } from './public-photos.tsx';
import styles from './published.module.css';
import { publishedTexts } from './published-texts.ts';
import type { Picture, PublicAnswer } from './wire.ts';

/** An answer with its proof; the one that stands beside what it was before. */
export function AnswerPart({ answer, before }: { answer: PublicAnswer; before: readonly Picture[] }) {
  const texts = useTexts(publishedTexts);
  const reading = useReading();
  const { round, stands, agency, text, givenAt, noEvidence, photos, documents } = answer;
  return (
    <Section title={stands ? texts.answer : texts.earlierAnswer}>
      {!stands && <p className={styles.note}>{texts.earlierWhat}</p>}
      <p className={styles.note}>{texts.by(agency, pastWords(new Date(givenAt), reading))}</p>
      <p className={styles.text} lang="vi">
        {text}
      </p>
      <PublicPhotos name={`answer ${round}`} before={stands && photos.length > 0 ? before : []} after={photos} />
      {noEvidence && <p className={styles.note}>{texts.noEvidence(noEvidence)}</p>}
      {documents.map(({ id, url }, index) => (
        <Button key={id} look="secondary" onPress={() => void zalo.openPage(publicFile(url)).catch(() => {})}>
          <FileText aria-hidden size={22} /> {texts.document(index + 1)}
        </Button>
      ))}
    </Section>
  );
}
