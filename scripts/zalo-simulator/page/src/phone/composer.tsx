import { useEffect, useRef, useState } from 'react';
import type { ChatMessage, Citizen, CitizenAct } from '../../../control-api.ts';
import { ComposerBar, QuoteStrip } from '../chat/composer-bar.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { PhotoTray } from '../photos/photo-tray.tsx';
import { useStagedPhotos } from '../photos/use-staged-photos.ts';
import { LocationSheet } from './location-sheet.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { PhotoSheet } from './photo-sheet.tsx';
import { SampleTextSheet } from './sample-text-sheet.tsx';

interface Props {
  citizen: Citizen;
  act: (what: CitizenAct) => Promise<boolean>;
  quote: ChatMessage | null;
  dropQuote: () => void;
  /** Words the Mini App put into the field; the citizen decides whether to send them (§6.3, `openChat`). */
  prefill: { text: string; count: number };
}

type Sheet = 'photo' | 'place' | 'texts' | 'more';

const sheets: { id: Sheet; label: string; icon: IconName }[] = [
  { id: 'photo', label: 'Ảnh', icon: 'photo' },
  { id: 'place', label: 'Vị trí', icon: 'pin' },
  { id: 'texts', label: 'Câu mẫu', icon: 'sparkle' },
  { id: 'more', label: 'Khác', icon: 'plus' },
];

export function Composer({ citizen, act, quote, dropQuote, prefill }: Props) {
  const [text, setText] = useState('');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const staged = useStagedPhotos();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (quote) field.current?.focus();
  }, [quote]);

  useEffect(() => {
    if (prefill.count === 0) return;
    setText(prefill.text);
    field.current?.focus();
  }, [prefill]);

  /** The focus goes with it, or it would fall back to the top of the page. */
  const closeSheet = () => {
    setSheet(null);
    field.current?.focus();
  };

  const send = async () => {
    const trimmed = text.trim().normalize('NFC');
    if (staged.photos.length > 0) {
      const photoIds = await staged.upload();
      const sent = photoIds && (await act({ act: 'photos', photoIds, ...(trimmed ? { caption: trimmed } : {}) }));
      if (!sent) return;
      staged.clear();
    } else {
      if (!trimmed || !(await act({ act: 'text', text: trimmed, ...(quote ? { quoteId: quote.id } : {}) }))) return;
    }
    setText('');
    closeSheet();
    dropQuote();
  };

  /** For acts that are complete in themselves: the sheet has done its work. */
  const once = async (what: CitizenAct) => {
    if (await act(what)) closeSheet();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes whichever sheet is open, wherever the focus is in it.
    <div className="composer" onKeyDown={(event) => event.key === 'Escape' && sheet && closeSheet()}>
      <QuoteStrip quote={quote} drop={dropQuote} />
      <PhotoTray staged={staged} />
      {sheet === 'photo' && <PhotoSheet citizenId={citizen.id} staged={staged} />}
      {sheet === 'place' && <LocationSheet send={(place) => once({ act: 'location', ...place })} />}
      {sheet === 'texts' && (
        <SampleTextSheet
          choose={(chosen) => {
            setText(chosen);
            closeSheet();
          }}
        />
      )}
      {sheet === 'more' && <MoreSheet citizen={citizen} act={once} />}
      <div className="sheet-bar">
        {sheets.map(({ id, label, icon }) => (
          <button
            key={id}
            type="button"
            className="sheet-tab"
            aria-expanded={sheet === id}
            onClick={() => setSheet(sheet === id ? null : id)}
          >
            <Icon name={icon} />
            {label}
          </button>
        ))}
      </div>
      <ComposerBar
        label={`Tin nhắn của ${citizen.name}`}
        placeholder={staged.photos.length > 0 ? 'Thêm lời cho ảnh…' : 'Nhắn tin…'}
        text={text}
        setText={setText}
        canSend={staged.photos.length > 0 || text.trim() !== ''}
        send={send}
        field={field}
      />
    </div>
  );
}
