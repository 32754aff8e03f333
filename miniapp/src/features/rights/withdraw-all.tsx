import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';
import { useLeave } from './leave.ts';
import { rightsTexts } from './texts.ts';

export function WithdrawAll() {
  const texts = useTexts(rightsTexts).consents;
  const [isAsked, setAsked] = useState(false);
  const leave = useLeave('withdraw_consent');
  return (
    <>
      <p>{texts.allWhy}</p>
      <Button look="danger" onPress={() => setAsked(true)}>
        {texts.all}
      </Button>
      {isAsked && (
        <ConfirmSheet
          title={texts.allSheet}
          confirm={texts.allConfirm}
          keep={texts.keep}
          busy={leave.isPending}
          onConfirm={() => leave.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{texts.allWhy}</p>
          {leave.isError && <Trouble error={leave.error} />}
        </ConfirmSheet>
      )}
    </>
  );
}
