import { grain } from './brush.ts';
import { seeded } from './random.ts';
import type { Scene } from './scenes.ts';

const WIDTH = 960;
const HEIGHT = 720;

/** One invented photo as JPEG, well under Zalo's 1 MB. The same seed gives the same place. */
export async function drawPhoto(scene: Scene, seed: number, repaired: boolean): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('Trình duyệt không vẽ được ảnh mẫu.');
  const brush = { ctx, random: seeded(seed), width: WIDTH, height: HEIGHT, repaired };
  scene.draw(brush);
  // Sensor noise from another seed: two shots of one place are never the same file.
  grain({ ...brush, random: seeded(Math.floor(Math.random() * 2 ** 32)) }, 0, HEIGHT, 2500, 0.06);
  return jpegOf(canvas);
}

/** JPEG and PNG go as they are; what the platform would not take (WebP, HEIC …) is turned into JPEG. */
export async function acceptable(file: Blob): Promise<Blob> {
  if (file.type === 'image/jpeg' || file.type === 'image/png') return file;
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error('Không đọc được tệp ảnh này. Hãy chọn ảnh JPEG hoặc PNG.');
  });
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return jpegOf(canvas);
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Không tạo được ảnh JPEG.'))), 'image/jpeg', 0.82);
  });
}
