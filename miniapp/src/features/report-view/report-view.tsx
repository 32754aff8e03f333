import { useCallback, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import type { Deed } from '../deeds/deed.ts';
import { isChoice, onlyDeeds, useDeeds, useDoneDeeds } from '../deeds/deeds.ts';
import { DuplicateOffer } from '../deeds/duplicate-offer.tsx';
import { OnItsWay } from '../deeds/on-its-way.tsx';
import { oneQuestion } from '../deeds/one-question.ts';
import { OtherDeeds } from '../deeds/other-deeds.tsx';
import { AskedAboutResult, AskedByAgency, useFocusOnDeeds } from '../deeds/report-question.tsx';
import { deedTexts } from '../deeds/texts.ts';
import { Answer, EarlierAnswer } from './answer.tsx';
import { Headline } from './headline.tsx';
import { News } from './news.tsx';
import { Refusal } from './refusal.tsx';
import { type ReportDetail, useDuplicate } from './report-api.ts';
import styles from './report-view.module.css';
import { reportViewTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';
import { useReading } from './use-now.ts';
import { WhatISent } from './what-i-sent.tsx';
import { WhatOthersSee } from './what-others-see.tsx';
import { dueWords } from './when.ts';

/** A report from top to bottom: where it stands, what is asked, what was answered, what happened, what was sent. */
export function ReportView({ report }: { report: ReportDetail }) {
  const texts = useTexts(reportViewTexts);
  const reading = useReading();
  const { code, answers, mine, question, due } = report;
  const all = useDeeds(code);
  const deeds = onlyDeeds(all, (deed) => !isChoice(deed));
  const place = useFocusOnDeeds(deeds);
  const { done, doneAt } = useLastDone(code);
  const asked = oneQuestion(report, deeds.kept);
  const { data: offer } = useDuplicate(code, asked === 'offer');
  const until = {
    reply: question ? dueWords(new Date(question.replyBy), reading) : '',
    confirm: due?.kind === 'confirm' ? dueWords(new Date(due.at), reading) : null,
  };
  const standing = answers.filter(({ stands }) => stands);
  const earlier = answers.filter(({ stands }) => !stands);
  // Beside what was pressed, and there it stays, whatever becomes of the report.
  const [isBelow] = useState(standing.length > 0);
  const deedsHere = (
    <div ref={place} tabIndex={-1} className={styles.deeds}>
      <OnItsWay deeds={deeds} />
      <DoneNotice done={done && !isChoice(done) ? done : null} />
    </div>
  );
  return (
    <>
      <Headline report={report} />
      <Refusal refusal={report.refusal} />
      {!isBelow && deedsHere}
      <AskedByAgency report={report} deeds={deeds} until={until} />
      {standing.map((answer) => (
        <Section key={answer.round} title={texts.answer.title}>
          <Answer code={code} answer={answer} before={report.before} />
        </Section>
      ))}
      {isBelow && deedsHere}
      <AskedAboutResult report={report} deeds={deeds} until={until} />
      {asked === 'offer' && offer && <DuplicateOffer offer={offer} deeds={deeds} />}
      <Timeline entries={report.timeline} />
      <WhatISent report={report} mine={mine} />
      {earlier.map((answer) => (
        <Section key={answer.round} title={texts.answer.earlier}>
          <EarlierAnswer code={code} answer={answer} />
        </Section>
      ))}
      <WhatOthersSee report={report} deeds={onlyDeeds(all, isChoice)}>
        <DoneNotice done={done && isChoice(done) ? done : null} />
      </WhatOthersSee>
      <OtherDeeds report={report} deeds={deeds} />
      <News report={report} ownDeedAt={doneAt} />
    </>
  );
}

function DoneNotice({ done }: { done: Deed | null }) {
  const texts = useTexts(deedTexts).done;
  return (
    <div role="status">
      {done && (
        <Notice kind="done">
          <p>{done.type === 'publish' && !done.publish ? texts.unpublish : texts[done.type]}</p>
        </Notice>
      )}
    </div>
  );
}

/** What the person last did here and the service has taken. When: known before anything is shown anew because of it. */
function useLastDone(code: string) {
  const [done, setDone] = useState<Deed | null>(null);
  const doneAt = useRef(0);
  useDoneDeeds(
    code,
    useCallback((deed) => {
      doneAt.current = Date.now();
      setDone(deed);
    }, []),
  );
  return { done, doneAt };
}
