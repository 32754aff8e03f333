import { Icon } from '../icons.tsx';
import { drawPhoto } from '../photos/draw.ts';
import { freshSeed, rememberScene } from '../photos/last-scene.ts';
import { PhotoPicker } from '../photos/photo-picker.tsx';
import { type Scene, scenes } from '../photos/scenes.ts';
import type { StagedPhotos } from '../photos/use-staged-photos.ts';
import { attempt } from '../sim/notices.tsx';

export function PhotoSheet({ citizenId, staged }: { citizenId: string; staged: StagedPhotos }) {
  const addSample = async (scene: Scene) => {
    const seed = freshSeed();
    const blob = await attempt(() => drawPhoto(scene, seed, false));
    if (!blob) return;
    rememberScene(citizenId, scene, seed);
    await staged.add([{ name: scene.label, blob }]);
  };
  return (
    <section className="sheet" aria-label="Gửi ảnh">
      <h4>Ảnh của bạn</h4>
      <PhotoPicker staged={staged} multiple label="Chọn ảnh từ máy" />
      <h4>Ảnh mẫu (vẽ tại chỗ, mỗi lần một khác)</h4>
      <ul className="tiles">
        {scenes.map((scene) => (
          <li key={scene.id}>
            <button type="button" className="tile" onClick={() => void addSample(scene)}>
              <Icon name="sparkle" />
              {scene.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
