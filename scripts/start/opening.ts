import { playOfficialAnswer } from '../opening-scene/official-answers.ts';
import { playOpeningScene } from '../opening-scene/opening-scene.ts';
import { letPhotosBeSeen } from '../opening-scene/published.ts';
import { explain, say, warn } from './console.ts';

/** A first start has something to look at, in both directions; nobody waits for it, and a fault in it stops nothing. */
export function playSceneOnce(where: { simulatorUrl: string; serviceUrl: string; staffToken: string }): void {
  if (process.env.OPENING_SCENE === 'off') return;
  void play(where).catch((error) => warn(`Cảnh mở đầu không diễn hết được: ${explain(error)}`));
}

async function play(where: Parameters<typeof playSceneOnce>[0]): Promise<void> {
  const played = await playOpeningScene(where);
  if (played === 0) return;
  say(`▸ Cảnh mở đầu: ${played} phản ánh mẫu đã được gửi từ Zalo giả lập`);
  const code = await playOfficialAnswer(where);
  say(`▸ Cảnh mở đầu: cán bộ đã trả lời ${code} ngay trong khung chat của OA, kèm ảnh`);
  const seen = await letPhotosBeSeen(where);
  say(`▸ Cảnh mở đầu: ${seen} phản ánh được công khai, xem ở Mini App › Quanh đây`);
}
