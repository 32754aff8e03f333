import { Icon } from '../icons.tsx';
import type { StagedPhotos } from './use-staged-photos.ts';

export function PhotoTray({ staged }: { staged: StagedPhotos }) {
  if (staged.photos.length === 0) return null;
  return (
    <ul className="photo-tray" aria-label="Ảnh chờ gửi">
      {staged.photos.map((photo, index) => (
        <li key={photo.id}>
          <img src={photo.preview} alt={`Ảnh ${index + 1}: ${photo.name}`} />
          <button type="button" className="photo-remove" title="Bỏ ảnh này" onClick={() => staged.remove(photo.id)}>
            <Icon name="close" />
            <span className="sr-only">Bỏ ảnh {index + 1}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
