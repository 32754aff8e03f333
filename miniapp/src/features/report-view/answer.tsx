import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { deedTexts } from '../deeds/texts.ts';
import styles from './answer.module.css';
import { fileSize } from './file-size.ts';
import { openDocument } from './open-file.ts';
import { BeforeAfter } from './photos.tsx';
import type { Answer as Given, Proof } from './report-api.ts';
import { reportViewTexts } from './texts.ts';
import { useReading } from './use-now.ts';
import { pastWords } from './when.ts';

/** What an agency answered: its words, the photos before and after, its documents, and what the person thought of it. */
export function Answer({ code, answer, before }: { code: string; answer: Given; before: readonly Proof[] }) {
  const texts = useTexts(reportViewTexts).answer;
  const { rating } = useTexts(deedTexts);
  const reading = useReading();
  const { agency, givenAt, text, noEvidence, photos, documents, myRating, round } = answer;
  return (
    <div className={styles.answer}>
      <p className={styles.by}>{texts.by(agency, pastWords(new Date(givenAt), reading))}</p>
      <p className={styles.text} lang="vi">
        {text}
      </p>
      {photos.length > 0 && <BeforeAfter name={`answer-${round}`} before={before} after={photos} />}
      {noEvidence && <p>{texts.noEvidence(noEvidence)}</p>}
      {documents.length > 0 && <Documents code={code} documents={documents} />}
      {myRating && <p className={styles.mine}>{rating.mine(rating.levels[myRating.level])}</p>}
    </div>
  );
}

/** Answers from before the report was opened again. */
export function EarlierAnswer({ code, answer }: { code: string; answer: Given }) {
  const texts = useTexts(reportViewTexts).answer;
  return (
    <>
      <p className={styles.by}>{texts.earlierWhat}</p>
      <Answer code={code} answer={answer} before={[]} />
    </>
  );
}

function Documents({ code, documents }: { code: string; documents: readonly Proof[] }) {
  const texts = useTexts(reportViewTexts).answer;
  return (
    <ul className={styles.documents} aria-label={texts.documents}>
      {documents.map((document, index) => (
        <li key={document.id}>
          <Document code={code} document={document} number={index + 1} />
        </li>
      ))}
    </ul>
  );
}

function Document({ code, document, number }: { code: string; document: Proof; number: number }) {
  const texts = useTexts(reportViewTexts).answer;
  const language = useLanguage();
  const [isOpening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const open = async () => {
    setOpening(true);
    setTrouble(null);
    await openDocument(document, code).catch(setTrouble);
    setOpening(false);
  };
  return (
    <>
      <Button look="secondary" wide busy={isOpening} onPress={() => void open()}>
        <FileText aria-hidden size={22} /> {texts.document(number, fileSize(document.bytes, language))}
      </Button>
      {trouble !== null && <Trouble error={trouble} onRetry={() => void open()} />}
    </>
  );
}
