import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import { editLink } from '../draft/step.tsx';
import styles from './review.module.css';
import { reviewTexts } from './texts.ts';

/** A paragraph of the letter; with `step`, the way to the page where it was said. */
export function LetterPart({ title, step, children }: { title: string; step?: string; children: ReactNode }) {
  const texts = useTexts(reviewTexts);
  return (
    <Section
      title={title}
      aside={
        step && (
          <Link to={editLink(step)} className={styles.edit} aria-label={texts.editOf(title)}>
            {texts.edit}
          </Link>
        )
      }
    >
      {children}
    </Section>
  );
}
