import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { ConfirmSheet } from '../rights/confirm-sheet.tsx';
import type { Standing } from './deed.ts';
import styles from './deeds.module.css';
import type { ReportDeeds } from './deeds.ts';
import { NotDone } from './report-question.tsx';
import { deedTexts } from './texts.ts';

const ASKED_TWICE = ['objection', 'withdraw', 'unfollow'] as const;
type AskedTwice = (typeof ASKED_TWICE)[number];

/** What may be done but is not asked for; each says first what follows. Only what the service allows now. */
export function OtherDeeds({ report, deeds }: { report: Pick<Standing, 'actions'>; deeds: ReportDeeds }) {
  const texts = useTexts(deedTexts);
  const { actions } = report;
  const isOnItsWay = deeds.kept.some(({ state }) => state === 'waiting');
  // While it is asked whether it is done, "Chưa xong" stands there.
  const mayReject = actions.includes('reject') && !actions.includes('confirm');
  const offered = ASKED_TWICE.filter((type) => actions.includes(type));
  if (isOnItsWay || (!mayReject && offered.length === 0)) return null;
  return (
    <Section title={texts.other.title}>
      <div className={styles.buttons}>
        {mayReject && (
          <NotDone deeds={deeds} mayRate={actions.includes('rating')}>
            {texts.reject.open}
          </NotDone>
        )}
        {offered.map((type) => (
          <Confirmed key={type} type={type} deeds={deeds} />
        ))}
      </div>
    </Section>
  );
}

function Confirmed({ type, deeds }: { type: AskedTwice; deeds: ReportDeeds }) {
  const { other } = useTexts(deedTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button wide look="secondary" onPress={() => setOpen(true)}>
        {other[type]}
      </Button>
      {isOpen && (
        <ConfirmSheet
          title={other[`${type}Title`]}
          confirm={other[`${type}Do`]}
          keep={other.cancel}
          onClose={() => setOpen(false)}
          onConfirm={() => {
            setOpen(false);
            deeds.act({ type });
          }}
        >
          <p>{other[`${type}What`]}</p>
        </ConfirmSheet>
      )}
    </>
  );
}
