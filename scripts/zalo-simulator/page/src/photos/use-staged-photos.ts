import { useEffect, useRef, useState } from 'react';
import { uploadPhoto } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';
import { acceptable } from './draw.ts';

interface StagedPhoto {
  id: number;
  name: string;
  blob: Blob;
  preview: string;
}

export interface StagedPhotos {
  photos: readonly StagedPhoto[];
  add: (items: readonly { name: string; blob: Blob }[]) => Promise<void>;
  remove: (id: number) => void;
  clear: () => void;
  /** Ids in the order chosen, or `undefined` when one could not be uploaded (the reader was told). */
  upload: () => Promise<string[] | undefined>;
}

let lastId = 0;

/** Photos chosen but not sent yet. */
export function useStagedPhotos(): StagedPhotos {
  const [photos, setPhotos] = useState<readonly StagedPhoto[]>([]);
  const latest = useRef(photos);
  latest.current = photos;
  useEffect(() => () => release(latest.current), []);

  return {
    photos,
    add: async (items) => {
      const staged = await attempt(() =>
        Promise.all(
          items.map(async ({ name, blob }) => {
            const photo = await acceptable(blob);
            lastId += 1;
            return { id: lastId, name, blob: photo, preview: URL.createObjectURL(photo) };
          }),
        ),
      );
      if (staged) setPhotos((before) => [...before, ...staged]);
    },
    remove: (id) => {
      release(photos.filter((photo) => photo.id === id));
      setPhotos((before) => before.filter((photo) => photo.id !== id));
    },
    clear: () => {
      release(photos);
      setPhotos([]);
    },
    upload: async () => {
      const answers = await attempt(() => Promise.all(photos.map((photo) => uploadPhoto(photo.blob))));
      return answers?.map((answer) => answer.photoId);
    },
  };
}

function release(photos: readonly StagedPhoto[]): void {
  for (const photo of photos) URL.revokeObjectURL(photo.preview);
}
