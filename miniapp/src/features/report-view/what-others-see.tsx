import { Globe } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { zalo } from '../../zalo/index.ts';
import { statusPage } from './open-file.ts';
import type { ReportDetail } from './report-api.ts';
import { reportViewTexts } from './texts.ts';

/** What becomes visible of this report to people who did not send it, and where to look at it as they do. */
export function WhatOthersSee({ report }: { report: ReportDetail }) {
  const texts = useTexts(reportViewTexts).others;
  return (
    <Section title={texts.title}>
      <p>{texts.statusPage}</p>
      <Button look="secondary" wide onPress={() => void zalo.openPage(statusPage(report.code)).catch(() => {})}>
        <Globe aria-hidden size={22} /> {texts.open}
      </Button>
    </Section>
  );
}
