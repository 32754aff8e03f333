import { useRef } from 'react';
import { Icon } from '../icons.tsx';
import type { StagedPhotos } from './use-staged-photos.ts';

/** Photos from the visitor's own disk, several at once. */
export function PhotoPicker({ staged, multiple, label }: { staged: StagedPhotos; multiple: boolean; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="tile" onClick={() => input.current?.click()}>
        <Icon name="photo" />
        {label}
      </button>
      <input
        ref={input}
        className="sr-only"
        type="file"
        accept="image/*"
        multiple={multiple}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Emptied, so that choosing the same file again is noticed.
          event.target.value = '';
          void staged.add(files.map((file) => ({ name: file.name, blob: file })));
        }}
      />
    </>
  );
}
