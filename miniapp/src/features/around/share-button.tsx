import { useMutation } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import { apiAddress } from '../../api/address.ts';
import { useOnce } from '../../api/once.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isRefusal, zalo } from '../../zalo/index.ts';
import { publicFile } from '../report-card/card-photo.tsx';
import { titleOf } from './published-card.tsx';
import { publishedTexts } from './published-texts.ts';
import type { PublishedReport } from './wire.ts';

/** Zalo's share sheet, with the page of this report; who closes it has said no, which needs no words. */
export function ShareButton({ report }: { report: PublishedReport }) {
  const texts = useTexts(publishedTexts);
  const sharing = useMutation({ mutationFn: () => zalo.share(pageOf(report, texts)) });
  const share = useOnce(sharing);
  if (!zalo.isInside) return null;
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

/** Longest title and description Zalo takes (§6.3). */
const MOST_TITLE = 100;
const MOST_DESCRIPTION = 400;

export function pageOf(
  report: PublishedReport,
  texts: { title: (code: string) => string; shareTitle: (what: string, ward: string | null) => string },
) {
  const { code, ward, answered, excerpt, stateLabel, thumbnailUrl } = report;
  const what = titleOf(report) ?? texts.title(code);
  const photo = answered?.thumbnailUrl ?? thumbnailUrl;
  return {
    title: cut(texts.shareTitle(what, ward?.name ?? null), MOST_TITLE),
    description: cut([stateLabel, answered?.excerpt ?? excerpt].filter(Boolean).join('. '), MOST_DESCRIPTION),
    path: `/around/${encodeURIComponent(code)}`,
    // Zalo insists on a picture.
    thumbnail: photo ? publicFile(photo) : `${apiAddress()}/assets/icon.svg`,
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
