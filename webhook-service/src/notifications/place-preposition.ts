/** "tại số 12 phố Láng Hạ", but "trước số 12 phố Láng Hạ": a place that brings its own preposition needs no second one. */
export function atPlace(place: string): string {
  return /^(?:trước|sau|cạnh|gần|đối diện|giữa|trong|ngoài|đầu|cuối|trên|dưới|ngay|bên|dọc|chỗ|khu vực|ở|tại)(?=\s)/iu.test(
    place,
  )
    ? place
    : `tại ${place}`;
}
