import { CircleCheck, CircleX } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import type { Standing } from './deed.ts';
import styles from './deeds.module.css';
import type { ReportDeeds } from './deeds.ts';
import { oneQuestion } from './one-question.ts';
import { RatingForm } from './rating-form.tsx';
import { RejectSheet } from './reject-sheet.tsx';
import { ReplyForm } from './reply-form.tsx';
import { deedTexts } from './texts.ts';

interface Asked {
  report: Pick<Standing, 'code' | 'actions'> & {
    agency: string | null;
    question: { text: string } | null;
  };
  deeds: ReportDeeds;
  /** Until when, in words. */
  until: { reply: string; confirm: string | null };
}

/** What the agency wants to know. Comes before everything else on the page. */
export function AskedByAgency({ report, deeds, until }: Asked) {
  const texts = useTexts(deedTexts).question;
  if (oneQuestion(report, deeds.kept) !== 'reply' || !report.question) return null;
  return (
    <QuestionCard title={report.agency ? texts.title : texts.titleIntake}>
      <blockquote className={styles.quote} lang="vi">
        {report.question.text}
      </blockquote>
      <ReplyForm code={report.code} replyBy={until.reply} onSend={(text) => deeds.act({ type: 'reply', text })} />
      <p className={styles.hint}>{texts.photos}</p>
    </QuestionCard>
  );
}

/** Is it done; afterwards, how good was it. Comes behind the answer it is about. */
export function AskedAboutResult({ report, deeds, until }: Asked) {
  const texts = useTexts(deedTexts);
  const asked = oneQuestion(report, deeds.kept);
  if (asked === 'rating')
    return (
      <QuestionCard title={texts.rating.title}>
        <RatingForm onRate={(level, reasons) => deeds.act({ type: 'rating', level, reasons })} />
      </QuestionCard>
    );
  if (asked !== 'confirm') return null;
  return (
    <QuestionCard title={texts.confirm.title}>
      <Button wide onPress={() => deeds.act({ type: 'confirm' })}>
        <CircleCheck aria-hidden size={22} /> {texts.confirm.done}
      </Button>
      <NotDone deeds={deeds} mayRate={report.actions.includes('rating')}>
        <CircleX aria-hidden size={22} /> {texts.confirm.notDone}
      </NotDone>
      {until.confirm && <p className={styles.hint}>{texts.confirm.until(until.confirm)}</p>}
    </QuestionCard>
  );
}

/** Opens the sheet that says what "Chưa xong" leads to. */
export function NotDone({ deeds, mayRate, children }: { deeds: ReportDeeds; mayRate: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button wide look="secondary" onPress={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && (
        <RejectSheet
          mayRate={mayRate}
          onClose={() => setOpen(false)}
          onReject={(reasons) => {
            setOpen(false);
            // The rating first: it is of the answer that stands until the report is opened again.
            if (reasons.length > 0) deeds.act({ type: 'rating', level: 'unsatisfied', reasons }, { type: 'reject' });
            else deeds.act({ type: 'reject' });
          }}
        />
      )}
    </>
  );
}

export function QuestionCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.card}>
      <Section title={title}>{children}</Section>
    </div>
  );
}

/** Leads the focus to what became of a press: the button that had it is gone. */
export function useFocusOnDeeds(deeds: ReportDeeds) {
  const place = useRef<HTMLDivElement>(null);
  const newest = deeds.kept[deeds.kept.length - 1]?.key ?? null;
  const before = useRef(newest);
  useEffect(() => {
    if (newest !== null && newest !== before.current) place.current?.focus({ preventScroll: false });
    before.current = newest;
  }, [newest]);
  return place;
}
