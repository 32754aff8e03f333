import { playOpeningScene } from '../opening-scene/opening-scene.ts';
import { explain, say, warn } from './console.ts';

/** A first start has something to look at; nobody waits for it, and a fault in it stops nothing. */
export function playSceneOnce(simulatorUrl: string): void {
  if (process.env.OPENING_SCENE === 'off') return;
  void playOpeningScene({ simulatorUrl }).then(
    (played) => {
      if (played > 0) say(`▸ Cảnh mở đầu: ${played} phản ánh mẫu đã được gửi từ Zalo giả lập`);
    },
    (error) => warn(`Cảnh mở đầu không gửi được: ${explain(error)}`),
  );
}
