import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';
import { useLeave } from './leave.ts';
import styles from './lines.module.css';
import { rightsTexts } from './texts.ts';

/** Two steps, no typing: what goes, what stays, one box to tick, one button. */
export function ErasePart() {
  const texts = useTexts(rightsTexts).erase;
  const [isAsked, setAsked] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [tickMissing, setTickMissing] = useState(false);
  const leave = useLeave('erase');
  const confirm = () => {
    setTickMissing(!understood);
    if (understood) leave.mutate();
  };
  const close = () => {
    setAsked(false);
    setUnderstood(false);
    setTickMissing(false);
  };
  return (
    <>
      <p>{texts.lead}</p>
      <Button look="danger" onPress={() => setAsked(true)}>
        {texts.begin}
      </Button>
      {isAsked && (
        <ConfirmSheet
          title={texts.sheet}
          confirm={texts.confirm}
          keep={texts.keep}
          busy={leave.isPending}
          onConfirm={confirm}
          onClose={close}
        >
          <Lines title={texts.gone} lines={texts.goneItems} />
          <Lines title={texts.stays} lines={texts.staysItems} />
          <p>{texts.running}</p>
          <Tick title={texts.understood} checked={understood} onChange={setUnderstood} />
          {tickMissing && !understood && (
            <Notice kind="soon" live>
              <p>{texts.tickFirst}</p>
            </Notice>
          )}
          {leave.isError && <Trouble error={leave.error} />}
        </ConfirmSheet>
      )}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
