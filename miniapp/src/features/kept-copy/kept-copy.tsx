import { useOnline } from '../../api/network.ts';
import { defineTexts, useLanguage, useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { clockWords, dateWords } from '../report-view/when.ts';

const keptCopyTexts = defineTexts({
  vi: {
    when: (clock: string, date: string) => `${clock} ngày ${date}`,
    old: (when: string) => `Chưa tải được bản mới. Đây là bản đã lưu lúc ${when}.`,
  },
  en: {
    when: (clock: string, date: string) => `${clock} on ${date}`,
    old: (when: string) => `The latest could not be loaded. This is the copy saved at ${when}.`,
  },
});

/**
 * Says that what is shown was read earlier, and when: offline, or because the service did not answer this time. `at`: the query's
 * `dataUpdatedAt`; 0 when there is nothing to show.
 */
export function KeptCopy({ at, failed = false }: { at: number; failed?: boolean }) {
  const { offlineCached } = useTexts(uiTexts);
  const texts = useTexts(keptCopyTexts);
  const language = useLanguage();
  const online = useOnline();
  if (at === 0 || (online && !failed)) return null;
  const read = new Date(at);
  const when = texts.when(clockWords(read), dateWords(read, { language, now: new Date() }));
  return (
    <Notice live>
      <p>{online ? texts.old(when) : offlineCached(when)}</p>
    </Notice>
  );
}
