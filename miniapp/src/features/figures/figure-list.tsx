import { useLanguage, useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { dayWords, momentWords } from '../rights/moment.ts';
import styles from './figure.module.css';
import { CountFigure, ShareFigure } from './figure.tsx';
import { numberWords } from './figure-words.ts';
import type { Figures } from './figures-api.ts';
import { figuresTexts } from './texts.ts';
import { TopCategories } from './top-categories.tsx';

const SHARES = ['answeredOnTime', 'rated', 'satisfied', 'satisfiedOrAccepted'] as const;

export function FigureList({ figures, city }: { figures: Figures; city: Figures | null }) {
  const texts = useTexts(figuresTexts);
  const language = useLanguage();
  const { received, medianDays, openNow, overdueNow, topCategories, definitions, from, to, asOf } = figures;
  const about = (name: keyof typeof texts.names) => ({ name: texts.names[name], meaning: definitions[name] });
  const count = (value: number) => numberWords(value, language);
  const daysWords = (days: number) => (days < 0.1 ? texts.atOnce : texts.days(count(days)));
  // A day of Hà Nội's, by its noon.
  const day = (date: string) => dayWords(`${date}T12:00:00+07:00`, language);
  return (
    <>
      <Section title={texts.inPeriod}>
        <p>{texts.fromTo(day(from), day(to))}</p>
        <ul className={styles.list}>
          <CountFigure {...about('received')} value={count(received)} />
          {SHARES.map((name) => (
            <ShareFigure key={name} {...about(name)} share={figures[name]} city={city?.[name] ?? null} />
          ))}
          <CountFigure
            {...about('medianDays')}
            value={medianDays.days === null ? null : daysWords(medianDays.days)}
            note={texts.ofMedian(count(medianDays.of))}
          />
        </ul>
      </Section>
      <Section title={texts.now}>
        <ul className={styles.list}>
          <CountFigure {...about('openNow')} value={count(openNow)} />
          <ShareFigure {...about('overdueNow')} kind="late" share={overdueNow} city={city?.overdueNow ?? null} />
        </ul>
      </Section>
      <Section title={texts.names.topCategories}>
        <TopCategories items={topCategories} />
        {definitions.topCategories && <p className={styles.small}>{definitions.topCategories}</p>}
      </Section>
      <p className={styles.small}>{texts.asOf(momentWords(asOf, language))}</p>
    </>
  );
}
