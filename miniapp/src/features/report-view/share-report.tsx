import { useMutation } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import { answered, api } from '../../api/client.ts';
import { useOnce } from '../../api/once.ts';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isRefusal, zalo } from '../../zalo/index.ts';
import { publishedTexts } from '../around/published-texts.ts';
import { pageOf } from '../around/share-button.tsx';
import { reportViewTexts } from './texts.ts';

/** Shares the page everybody may read, in its words and not in the person's own. */
export function ShareReport({ code }: { code: string }) {
  const texts = useTexts(reportViewTexts).others;
  const ofPage = useTexts(publishedTexts);
  const lang = useLanguage();
  const sharing = useMutation({
    mutationFn: async () => {
      const params = { path: { code }, query: { lang } };
      const published = await answered(api.GET('/api/public/published/{code}', { params }));
      return zalo.share(pageOf(published, ofPage));
    },
  });
  const share = useOnce(sharing);
  return (
    <>
      <Button wide look="secondary" busy={sharing.isPending} onPress={() => share()}>
        <Share2 aria-hidden size={22} /> {texts.share}
      </Button>
      {sharing.error && !isRefusal(sharing.error) && (
        <Notice kind="soon" live>
          <p>{texts.shareFailed}</p>
        </Notice>
      )}
    </>
  );
}
