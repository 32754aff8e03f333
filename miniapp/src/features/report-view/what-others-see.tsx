import { Globe } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Tick } from '../../ui/choice.tsx';
import { Section } from '../../ui/section.tsx';
import type { ReportDeeds } from '../deeds/deeds.ts';
import { OnItsWay } from '../deeds/on-its-way.tsx';
import { OpenPageButton } from './open-page-button.tsx';
import type { ReportDetail } from './report-api.ts';
import { ShareReport } from './share-report.tsx';
import { reportViewTexts } from './texts.ts';
import styles from './what-others-see.module.css';

/** What becomes visible of this report to people who did not send it, and who decides that: the person who sent it. */
export function WhatOthersSee({
  report,
  deeds,
  children,
}: {
  report: ReportDetail;
  deeds: ReportDeeds;
  /** What became of the choice. */
  children: ReactNode;
}) {
  const texts = useTexts(reportViewTexts).others;
  const { published, publish, hideMyName, followers, shareLink, code } = report;
  return (
    <Section title={texts.title}>
      <Visible report={report} />
      {publish !== null && <PublishChoice report={report} publish={publish} deeds={deeds} />}
      <OnItsWay deeds={deeds} />
      {children}
      {hideMyName && <p>{texts.nameHidden}</p>}
      {followers > 0 && <p>{texts.followers(followers)}</p>}
      <p>{texts.statusPage}</p>
      {published && <ShareReport code={code} />}
      <OpenPageButton url={shareLink}>
        <Globe aria-hidden size={22} /> {texts.open}
      </OpenPageButton>
    </Section>
  );
}

function Visible({ report }: { report: ReportDetail }) {
  const texts = useTexts(reportViewTexts).others;
  const { published, publish, shown, whyNotPublic, mine } = report;
  if (!mine) return published ? <p>{texts.publicOfOthers}</p> : null;
  if (published && shown)
    return (
      <>
        <p>{texts.public}</p>
        <blockquote className={styles.shown}>
          <p>{shown.text}</p>
          {shown.place && <p>{shown.place}</p>}
        </blockquote>
        {shown.rounded && <p>{texts.rounded}</p>}
        {mine.photos.length > 0 && <p>{texts.photos}</p>}
      </>
    );
  return (
    <>
      <p>{texts.notPublic}</p>
      {whyNotPublic.length > 0 && (
        <>
          <p>{publish ? texts.notYet : texts.cannot}</p>
          <ul className={styles.why}>
            {whyNotPublic.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Offered where it would have an effect; taking it back is always possible. */
function PublishChoice({ report, publish, deeds }: { report: ReportDetail; publish: boolean; deeds: ReportDeeds }) {
  const texts = useTexts(reportViewTexts).others;
  if (!report.mayPublish && !publish) return null;
  const [pressed] = deeds.kept.flatMap(({ deed, state }) =>
    deed.type === 'publish' && state === 'waiting' ? [deed.publish] : [],
  );
  return (
    <Tick
      title={texts.publish}
      note={texts.publishWhat}
      checked={pressed ?? publish}
      onChange={(next) => deeds.act({ type: 'publish', publish: next })}
    />
  );
}
