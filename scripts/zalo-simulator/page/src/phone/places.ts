export interface KnownPlace {
  name: string;
  latitude: number;
  longitude: number;
}

/** Places a visitor recognises, from the lakes to the edge, and one beyond it to see what the service says. */
export const knownPlaces: readonly KnownPlace[] = [
  { name: 'Hồ Gươm', latitude: 21.02868, longitude: 105.85224 },
  { name: 'Chợ Đồng Xuân', latitude: 21.03826, longitude: 105.84967 },
  { name: 'Văn Miếu', latitude: 21.02742, longitude: 105.83556 },
  { name: 'Chùa Láng', latitude: 21.0226, longitude: 105.8009 },
  { name: 'Láng Hạ', latitude: 21.01573, longitude: 105.81276 },
  { name: 'Nút Cầu Giấy', latitude: 21.02935, longitude: 105.80283 },
  { name: 'Bến xe Mỹ Đình', latitude: 21.02846, longitude: 105.77827 },
  { name: 'Phủ Tây Hồ', latitude: 21.05565, longitude: 105.81935 },
  { name: 'Chợ Hà Đông', latitude: 20.97085, longitude: 105.77695 },
  { name: 'Bát Tràng', latitude: 20.97578, longitude: 105.91302 },
  { name: 'Cầu Chương Dương', latitude: 21.03445, longitude: 105.86325 },
  { name: 'Thành cổ Sơn Tây', latitude: 21.13836, longitude: 105.50392 },
  { name: 'Sân bay Nội Bài', latitude: 21.21415, longitude: 105.80287 },
  { name: 'Từ Sơn (ngoài Hà Nội)', latitude: 21.11935, longitude: 105.96185 },
];

const NEAR_KM = 1.2;

/** Name of the nearest known place within a short walk. */
export function nearestPlace(latitude: number, longitude: number): string | undefined {
  const ranked = knownPlaces
    .map((place) => ({ name: place.name, km: roughKm(place, latitude, longitude) }))
    .sort((a, b) => a.km - b.km);
  const [first] = ranked;
  return first && first.km <= NEAR_KM ? first.name : undefined;
}

/** Flat-earth distance; good to a few metres at this size. */
function roughKm(place: KnownPlace, latitude: number, longitude: number): number {
  const north = (place.latitude - latitude) * 110.6;
  const east = (place.longitude - longitude) * 111.3 * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
