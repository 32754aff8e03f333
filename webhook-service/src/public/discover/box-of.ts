import { AppError } from '../../errors.ts';
import type { Box } from '../../routing/geo.ts';

/** "105.7,20.9,105.9,21.1": west, south, east, north. @throws AppError 422 `bbox_invalid` */
export function boxOf(written: string): Box {
  const parts = written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const onEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  if (parts.length === 4 && onEarth && west < east && south < north) return [west, south, east, north];
  throw new AppError({
    code: 'bbox_invalid',
    status: 422,
    detail: 'Khung bản đồ viết là tây,nam,đông,bắc theo độ, ví dụ 105.7,20.9,105.9,21.1.',
  });
}
