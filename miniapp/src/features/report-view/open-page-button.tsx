import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';

/** Leads to a page outside the app; says so when Zalo does not open it. */
export function OpenPageButton({ url, children }: { url: string; children: ReactNode }) {
  const [trouble, setTrouble] = useState<unknown>(null);
  const open = () => {
    setTrouble(null);
    zalo.openPage(url).catch(setTrouble);
  };
  return (
    <>
      <Button look="secondary" wide onPress={open}>
        {children}
      </Button>
      {trouble !== null && <Trouble error={trouble} onRetry={open} />}
    </>
  );
}
