import { useEffect, useRef, useState } from 'react';
import type { ChatMessage, Citizen, ConsoleAct } from '../../../control-api.ts';
import { ComposerBar, QuoteStrip } from '../chat/composer-bar.tsx';
import { Icon } from '../icons.tsx';
import { drawPhoto } from '../photos/draw.ts';
import { freshSeed, sceneOf } from '../photos/last-scene.ts';
import { PhotoPicker } from '../photos/photo-picker.tsx';
import { PhotoTray } from '../photos/photo-tray.tsx';
import { scenes } from '../photos/scenes.ts';
import { useStagedPhotos } from '../photos/use-staged-photos.ts';
import { consoleAct, uploadFile } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptMessages } from '../sim/store.ts';
import { FilePicker } from './file-picker.tsx';

interface Props {
  citizen: Citizen;
  adminId: string;
  quote: ChatMessage | null;
  dropQuote: () => void;
}

export function ConsoleComposer({ citizen, adminId, quote, dropQuote }: Props) {
  const [text, setText] = useState('');
  const staged = useStagedPhotos();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (quote) field.current?.focus();
  }, [quote]);

  const act = async (what: ConsoleAct) => {
    const answer = await attempt(() => consoleAct(citizen.id, what));
    if (answer) acceptMessages(answer.messages);
    return answer !== undefined;
  };

  const send = async () => {
    const words = text.trim().normalize('NFC');
    const photoIds = await staged.upload();
    if (!photoIds) return;
    const by = { adminId, ...(quote ? { quoteId: quote.id } : {}) };
    const sent =
      photoIds.length > 0
        ? await act({ act: 'images', photoIds, ...by, ...(words ? { text: words } : {}) })
        : await act({ act: 'text', text: words, ...by });
    if (!sent) return;
    staged.clear();
    setText('');
    dropQuote();
  };

  /** A document goes out at once, like in the real console; the words follow as a message of their own. */
  const sendFile = async (file: File) => {
    const kept = await attempt(() => uploadFile(file.name, file));
    const by = { adminId, ...(quote ? { quoteId: quote.id } : {}) };
    if (kept && (await act({ act: 'file', name: file.name, fileId: kept.fileId, ...by }))) dropQuote();
  };

  const addRepairedPhoto = async () => {
    const { scene, seed } = sceneOf(citizen.id) ?? { scene: scenes[0], seed: freshSeed() };
    if (!scene) return;
    const blob = await attempt(() => drawPhoto(scene, seed, true));
    if (blob) await staged.add([{ name: scene.repairedLabel, blob }]);
  };

  return (
    <div className="composer">
      <QuoteStrip quote={quote} drop={dropQuote} />
      <PhotoTray staged={staged} />
      <div className="console-tools">
        <PhotoPicker staged={staged} multiple label="Ảnh từ máy" />
        <button
          type="button"
          className="tile"
          title="Vẽ lại đúng chỗ người dân vừa chụp, sau khi đã xử lý"
          onClick={() => void addRepairedPhoto()}
        >
          <Icon name="sparkle" />
          Ảnh sau xử lý
        </button>
        <button
          type="button"
          className="tile"
          title="Một văn bản PDF giả lập: echo oa_send_file có tên, dung lượng và checksum"
          onClick={() => void act({ act: 'file', name: 'bien-ban-xu-ly.pdf', adminId })}
        >
          <Icon name="file" />
          Biên bản PDF
        </button>
        <FilePicker choose={(file) => void sendFile(file)} />
      </div>
      <ComposerBar
        label={`Trả lời ${citizen.name}`}
        placeholder="Cán bộ trả lời…"
        text={text}
        setText={setText}
        canSend={staged.photos.length > 0 || text.trim() !== ''}
        send={send}
        field={field}
      />
    </div>
  );
}
