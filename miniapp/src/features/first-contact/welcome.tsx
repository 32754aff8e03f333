import { Camera, CircleCheck } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router-dom';
import { setLanguage, useLanguage, useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { usePromises } from '../guide/promises.ts';
import { usePublished } from '../home/published.ts';
import { PublishedList } from '../home/published-list.tsx';
import type { LeftBy } from '../rights/leave.ts';
import { noteSeenWelcome } from './seen-welcome.ts';
import { firstContactTexts } from './texts.ts';
import styles from './welcome.module.css';

/** The first opening: what this is for, what happens next, one button. Asks for nothing and signs nobody in. */
export function Welcome() {
  const texts = useTexts(firstContactTexts).welcome;
  const navigate = useNavigate();
  const promises = usePromises();
  const normal = promises.data?.items.find((item) => item.class === 'normal');
  const begin = () => {
    noteSeenWelcome();
    navigate('/', { replace: true });
  };
  return (
    <Screen
      title={texts.title}
      back={false}
      footer={
        <Button wide onPress={begin}>
          {texts.begin}
        </Button>
      }
    >
      <Farewell />
      <ul className={styles.lines}>
        <li>
          <Camera aria-hidden size={32} />
          <span>{texts.what}</span>
        </li>
        <li>
          <CircleCheck aria-hidden size={32} />
          <span>{texts.next(normal?.answer ?? null)}</span>
        </li>
      </ul>
      <OtherLanguage />
      <Examples />
    </Screen>
  );
}

/** Why somebody who was here before is here again. */
function Farewell() {
  const texts = useTexts(firstContactTexts).welcome;
  const { state } = useLocation() as { state: { leftBy?: LeftBy } | null };
  if (!state?.leftBy) return null;
  return (
    <Notice kind="done" live>
      <p>{texts.leftBy[state.leftBy]}</p>
    </Notice>
  );
}

function OtherLanguage() {
  const texts = useTexts(firstContactTexts).welcome;
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <Button look="quiet" onPress={() => setLanguage(other)}>
      <span lang={other}>{texts.otherLanguage}</span>
    </Button>
  );
}

/** Proof that it works; without any, or without a network, the two lines say enough. */
function Examples() {
  const texts = useTexts(firstContactTexts).welcome;
  const { data = [] } = usePublished({ state: 'closed', limit: 10 });
  const solved = data.filter(({ state }) => state === 'closed_confirmed').slice(0, 3);
  if (solved.length === 0) return null;
  return (
    <Section title={texts.examples}>
      <PublishedList lines={solved} />
    </Section>
  );
}
