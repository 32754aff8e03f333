import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { zalo } from '../../zalo/index.ts';
import { rightsTexts } from './texts.ts';

/** Pages about a person's data: outside Zalo nobody can say who they are, so nothing is asked for. */
export function OnlyInZalo({ children }: { children: ReactNode }) {
  const texts = useTexts(rightsTexts);
  if (zalo.isInside) return children;
  return (
    <Notice>
      <p>{texts.outside}</p>
    </Notice>
  );
}
