import { BookOpen, ChartColumn, UserRound } from 'lucide-react';
import { useTexts } from '../../i18n/language.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { zalo } from '../../zalo/index.ts';
import { WaitingDraftCard } from '../draft/waiting-draft-card.tsx';
import { AroundPart } from './around-part.tsx';
import { EmergencyPart } from './emergency-part.tsx';
import { MyPart } from './my-part.tsx';
import { OpenInZalo } from './open-in-zalo.tsx';
import { ReportButton } from './report-button.tsx';
import { homeTexts } from './texts.ts';

/** The first page: the large button stands before anything is asked of the network. */
export function Home() {
  const texts = useTexts(homeTexts);
  const links = [
    { to: '/figures', icon: ChartColumn, ...texts.links.figures },
    { to: '/guide', icon: BookOpen, ...texts.links.guide },
    { to: '/me', icon: UserRound, ...texts.links.me },
  ];
  return (
    <Screen title={texts.title} back={false}>
      {zalo.isInside ? <ReportButton /> : <OpenInZalo />}
      {zalo.isInside && <WaitingDraftCard />}
      {zalo.isInside && <MyPart />}
      <AroundPart />
      <Section title={texts.more}>
        <LinkList rows={links} />
      </Section>
      <EmergencyPart />
    </Screen>
  );
}
