import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { openFile } from './open-file.ts';
import { PhotoTiles } from './photos.tsx';
import type { ReportDetail } from './report-api.ts';
import { reportViewTexts } from './texts.ts';
import { useReading } from './use-now.ts';
import styles from './what-i-sent.module.css';
import { pastWords } from './when.ts';

type Mine = NonNullable<ReportDetail['mine']>;

/** The person's own words, place, photos and files, and what they are counted as. */
export function WhatISent({ report, mine }: { report: ReportDetail; mine: Mine | null }) {
  const texts = useTexts(reportViewTexts);
  const reading = useReading();
  return (
    <Section title={mine ? texts.mine.title : texts.mine.titleOfOthers}>
      {mine && (
        <p className={styles.words} {...(mine.text && { lang: 'vi' })}>
          {mine.text || texts.mine.noWords}
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={texts.facts.category} value={report.category ?? texts.facts.unknown} />
        {mine?.place && <Fact name={texts.facts.place} value={mine.place} lang="vi" />}
        <Fact name={texts.facts.ward} value={report.ward ?? texts.facts.unknown} />
        <Fact name={texts.facts.received} value={pastWords(new Date(report.receivedAt), reading)} />
      </dl>
      {mine && mine.photos.length > 0 && <PhotoTiles name="mine" photos={mine.photos} altOf={texts.photo.before} />}
      {mine && mine.attachments.length > 0 && (
        <ul className={styles.files} aria-label={texts.mine.attachments}>
          {mine.attachments.map((attachment) => (
            <li key={attachment.id}>
              <Attachment attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Fact({ name, value, lang }: { name: string; value: string; lang?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd {...(lang && { lang })}>{value}</dd>
    </div>
  );
}

function Attachment({ attachment }: { attachment: Mine['attachments'][number] }) {
  const texts = useTexts(reportViewTexts).mine;
  const [trouble, setTrouble] = useState<unknown>(null);
  const { kind, name, problem, url } = attachment;
  const what = name ?? texts.kinds[kind];
  if (!url)
    return (
      <p>
        {what}: {problem ?? texts.pending}
      </p>
    );
  const open = () => {
    setTrouble(null);
    openFile(url, what).catch(setTrouble);
  };
  return (
    <>
      <Button look="secondary" wide onPress={open}>
        {texts.open(what)}
      </Button>
      {trouble !== null && <Trouble error={trouble} onRetry={open} />}
    </>
  );
}
