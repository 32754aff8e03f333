import { useTexts } from '../../i18n/language.ts';
import { CardPhoto, CardPhotoPair } from '../report-card/card-photo.tsx';
import { ReportCard } from '../report-card/report-card.tsx';
import { useReading } from '../report-view/use-now.ts';
import { agoWords } from '../report-view/when.ts';
import { aroundTexts } from './texts.ts';
import type { PublishedLine } from './wire.ts';

/** A published report in a list: the answer stands as large as the complaint. */
export function PublishedCard({ line }: { line: PublishedLine }) {
  const texts = useTexts(aroundTexts);
  const reading = useReading();
  const { code, category, ward, state, stateLabel, excerpt, overdue, due, thumbnailUrl, answered, followers } = line;
  const title = titleOf(line) ?? texts.unnamed;
  const until = !answered && due && (overdue ? texts.late(due.words) : texts.until(due.words));
  const sent = texts.received(agoWords(new Date(line.receivedAt), reading));
  const rest = [until, sent, followers > 0 && texts.together(followers)].filter(Boolean).join(' · ');
  return (
    <ReportCard
      to={`/around/${encodeURIComponent(code)}`}
      title={title}
      words={category ? excerpt : null}
      place={[line.place, ward?.name].filter(Boolean).join(', ') || null}
      {...{ state, stateLabel, overdue }}
      photo={
        answered?.thumbnailUrl ? (
          <CardPhotoPair before={thumbnailUrl} after={answered.thumbnailUrl} what={title} />
        ) : (
          // The words beside it say what it shows.
          thumbnailUrl && <CardPhoto url={thumbnailUrl} alt="" />
        )
      }
      note={
        answered ? (
          <>
            {texts.answer} <span lang="vi">{answered.excerpt}</span> · {rest}
          </>
        ) : (
          sentence(rest)
        )
      }
    />
  );
}

/** Each part may stand first. */
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What it is about, shortest first: the category, its group, or how the words begin. */
export function titleOf({ category, group, excerpt }: Pick<PublishedLine, 'category' | 'group' | 'excerpt'>) {
  return category?.name ?? group?.name ?? (excerpt || null);
}
