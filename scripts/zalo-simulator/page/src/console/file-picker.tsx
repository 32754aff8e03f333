import { useRef } from 'react';
import { Icon } from '../icons.tsx';

/** A document from this computer, of the kinds an OA may send (§3.6). */
export function FilePicker({ choose }: { choose: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="tile" onClick={() => field.current?.click()}>
        <Icon name="plus" />
        Tệp từ máy
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".pdf,.doc,.docx,.csv"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) choose(file);
          // The same document may be chosen twice in a row.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
