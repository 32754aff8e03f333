import { ChartNoAxesColumn, MapPin, Search } from 'lucide-react';
import { Navigate } from 'react-router-dom';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { MapView } from '../map/map-view.tsx';
import { PIN_ZOOM } from '../map/view-box.ts';
import { StateChip } from '../report-card/state-chip.tsx';
import { statusPage } from '../report-view/open-file.ts';
import { codeAsWritten } from '../report-view/report-api.ts';
import { Timeline } from '../report-view/timeline.tsx';
import { useReading } from '../report-view/use-now.ts';
import { pastWords } from '../report-view/when.ts';
import { AnswerPart } from './answer-part.tsx';
import { FollowButton } from './follow-button.tsx';
import { PublicPhotos } from './public-photos.tsx';
import styles from './published.module.css';
import { titleOf } from './published-card.tsx';
import { publishedTexts } from './published-texts.ts';
import { usePublishedReport } from './reports.ts';
import { ShareButton } from './share-button.tsx';
import { useStake } from './stake.ts';
import type { PublishedReport } from './wire.ts';

/** A published report as everybody may read it. One's own has its own page, with everything one may do. */
export function PublishedScreen({ typed }: { typed: string }) {
  const texts = useTexts(publishedTexts);
  const code = codeAsWritten(typed);
  const stake = useStake(code);
  const { data: report, error, refetch, dataUpdatedAt } = usePublishedReport(code);
  if (stake === 'reporter') return <Navigate to={`/reports/${encodeURIComponent(code)}`} replace />;
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <Screen title={texts.title(code)} back="/around">
      {isGone && <Gone code={code} />}
      {!report &&
        !isGone &&
        (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton block lines={6} />)}
      {report && !isGone && (
        <>
          <KeptCopy at={dataUpdatedAt} failed={error !== null} />
          <Standing report={report} />
          <Answers report={report} />
          <Reported report={report} />
          <Timeline entries={report.timeline} />
          <Section title={texts.more}>
            {report.followers > 0 && <p>{texts.together(report.followers)}</p>}
            {zalo.isInside && <FollowButton code={code} stake={stake} />}
            <ShareButton report={report} />
            {report.ward && (
              <LinkList
                rows={[
                  {
                    to: `/figures?ward=${encodeURIComponent(report.ward.code)}`,
                    icon: ChartNoAxesColumn,
                    title: texts.wardFigures(report.ward.name),
                  },
                ]}
              />
            )}
          </Section>
        </>
      )}
    </Screen>
  );
}

/** What it is about, state, holder and due time on top. */
function Standing({ report }: { report: PublishedReport }) {
  const texts = useTexts(publishedTexts);
  const { state, stateLabel, overdue, holder, due, ward } = report;
  return (
    <div className={styles.standing}>
      <p>{[titleOf(report), ward?.name].filter(Boolean).join(' · ')}</p>
      <StateChip state={state} label={stateLabel} overdue={overdue} />
      <p className={styles.holder}>{holder}.</p>
      {due && <p className={overdue ? styles.late : undefined}>{(overdue ? texts.late : texts.until)(due.words)}</p>}
    </div>
  );
}

function Answers({ report: { answers, photos } }: { report: PublishedReport }) {
  return (
    <>
      {answers.map((answer) => (
        <AnswerPart key={`${answer.round} ${answer.givenAt}`} answer={answer} before={photos} />
      ))}
    </>
  );
}

/** The words and the place, as they may be shown. Photos that stand beside the answer are not shown twice. */
function Reported({ report }: { report: PublishedReport }) {
  const texts = useTexts(publishedTexts);
  const reading = useReading();
  const { text, photos, answers, place, ward, latitude, longitude, rounded, receivedAt } = report;
  const isBesideAnswer = answers.some(({ stands, photos: after }) => stands && after.length > 0);
  const pin = latitude === null || longitude === null ? null : { latitude, longitude };
  return (
    <Section title={texts.reported}>
      <h3>{titleOf(report)}</h3>
      {text ? (
        <p className={styles.text} lang="vi">
          {text}
        </p>
      ) : (
        <p>{texts.noWords}</p>
      )}
      {!isBesideAnswer && <PublicPhotos name="reported" before={photos} after={[]} />}
      <p className={styles.place}>
        <MapPin aria-hidden size={20} />
        <span lang="vi">{[place, ward?.name].filter(Boolean).join(', ')}</span>
      </p>
      {pin && (
        <MapView
          label={texts.mapLabel}
          centre={pin}
          zoom={PIN_ZOOM}
          gesture="still"
          pin={{ at: pin, name: null }}
          wardCode={ward?.code ?? null}
        />
      )}
      {rounded && <p className={styles.note}>{texts.rounded}</p>}
      <p className={styles.note}>{texts.received(pastWords(new Date(receivedAt), reading))}</p>
      <p className={styles.note}>{texts.masked}</p>
    </Section>
  );
}

function Gone({ code }: { code: string }) {
  const { gone: texts } = useTexts(publishedTexts);
  return (
    <>
      <Notice live>
        <h2>{texts.title}</h2>
        <p>{texts.what(code)}</p>
      </Notice>
      <ButtonLink to="/around" wide>
        {texts.around}
      </ButtonLink>
      <Button look="secondary" wide onPress={() => void zalo.openPage(statusPage(code)).catch(() => {})}>
        <Search aria-hidden size={22} /> {texts.lookUp}
      </Button>
    </>
  );
}
