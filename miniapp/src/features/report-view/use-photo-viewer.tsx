import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { PhotoViewer, type ViewedPhoto } from './photo-viewer.tsx';

/**
 * Opening a photo is a step in the history, so that the phone's own "back" closes it and does not leave the report.
 * `name`: which photos of the page these are.
 */
export function usePhotoViewer(
  name: string,
  photos: readonly ViewedPhoto[],
): { open: (index: number) => void; viewer: ReactNode } {
  const navigate = useNavigate();
  const location = useLocation();
  const opened = openedIn(location.state, name);
  return {
    open: (index) => navigate({ search: location.search }, { state: { viewer: { name, index } } }),
    viewer: opened !== null && photos.length > opened && (
      <PhotoViewer photos={photos} first={opened} onClose={() => navigate(-1)} />
    ),
  };
}

function openedIn(state: unknown, name: string): number | null {
  const { viewer } = (state ?? {}) as { viewer?: { name?: unknown; index?: unknown } };
  return viewer?.name === name && typeof viewer.index === 'number' ? viewer.index : null;
}
