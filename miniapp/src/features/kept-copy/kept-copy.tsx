import { useOnline } from '../../api/network.ts';
import { defineTexts, useLanguage, useTexts } from '../../i18n/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { momentWords } from '../rights/moment.ts';

const keptCopyTexts = defineTexts({
  vi: { old: (when: string) => `Chưa tải được bản mới. Đây là bản đã lưu lúc ${when}.` },
  en: { old: (when: string) => `The latest could not be loaded. This is the copy saved at ${when}.` },
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
  const when = momentWords(new Date(at).toISOString(), language);
  return (
    <Notice live>
      <p>{online ? texts.old(when) : offlineCached(when)}</p>
    </Notice>
  );
}
