import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '../../api/client.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';
import { useAbout } from '../guide/about.ts';
import styles from './copy-part.module.css';
import { saveFile } from './save-file.ts';
import { rightsTexts } from './texts.ts';

type FileType = 'pdf' | 'json';

/** Everything as a file; or, where the phone cannot keep one, a link by the chat, which the service answers to ready-made words. */
export function CopyPart() {
  const texts = useTexts(rightsTexts).copy;
  const about = useAbout();
  const save = useMutation({
    mutationFn: async (type: FileType) =>
      saveFile(await fetchFile(`/api/citizen/export.${type}`), `du-lieu-cua-toi.${type}`),
  });
  const chat = useMutation({ mutationFn: (oaId: string) => zalo.openChat(oaId, texts.chatWords) });
  const busy = (type: FileType) => save.isPending && save.variables === type;
  return (
    <>
      <p>{texts.lead}</p>
      <div className={styles.buttons}>
        <Button wide look="secondary" busy={busy('pdf')} disabled={save.isPending} onPress={() => save.mutate('pdf')}>
          {texts.pdf}
        </Button>
        <Button wide look="secondary" busy={busy('json')} disabled={save.isPending} onPress={() => save.mutate('json')}>
          {texts.json}
        </Button>
      </div>
      {save.isSuccess && (
        <Notice kind="done" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      {save.isError && <Trouble error={save.error} />}
      {about.data && (
        <>
          <p>{texts.chatWhy}</p>
          <Button look="quiet" onPress={() => about.data && chat.mutate(about.data.oaId)}>
            {texts.chat}
          </Button>
        </>
      )}
      {chat.isError && <Trouble error={chat.error} />}
    </>
  );
}
