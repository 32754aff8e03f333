import { defineTexts } from '../../i18n/language.ts';

export const mapTexts = defineTexts({
  vi: {
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    describe: 'Bản đồ vẽ ranh giới các phường, xã. Mọi việc ở đây cũng làm được bằng chữ, không cần bản đồ.',
    describePin: 'Chạm vào bản đồ để đặt ghim, kéo ghim, hoặc chọn ghim rồi dùng phím mũi tên.',
    pin: 'Ghim vị trí',
    pinIn: (ward: string) => `Ghim vị trí, ${ward}`,
    movePin: 'Dời ghim',
    up: 'Lên',
    down: 'Xuống',
    left: 'Trái',
    right: 'Phải',
    movedBy: (metres: number, way: string) => `Đã dời ghim ${metres} mét, ${way.toLowerCase()}`,
    noOutlines: 'Chưa có ranh giới phường, xã để vẽ; mỗi chấm là trung tâm một phường, xã.',
    outlinesMissing: 'Chưa tải được ranh giới phường, xã. Ghim vẫn đặt được; cũng có thể ghi địa chỉ bằng chữ.',
    failed: 'Chưa mở được bản đồ. Xin ghi địa chỉ hoặc chọn phường, xã trong danh sách.',
    twoFingers: 'Dùng hai ngón tay để di chuyển bản đồ',
    cluster: (count: number, overdue: number) =>
      `${count} phản ánh${overdue > 0 ? `, ${overdue} quá hạn` : ''}. Bấm để phóng to`,
  },
  en: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    describe: 'A map of the outlines of wards. Everything here can also be done in words, without the map.',
    describePin: 'Tap the map to set the pin, drag it, or select it and use the arrow keys.',
    pin: 'Location pin',
    pinIn: (ward: string) => `Location pin, ${ward}`,
    movePin: 'Move the pin',
    up: 'Up',
    down: 'Down',
    left: 'Left',
    right: 'Right',
    movedBy: (metres: number, way: string) => `Pin moved ${metres} metres ${way.toLowerCase()}`,
    noOutlines: 'There are no outlines of wards to draw yet; each dot is the centre of a ward.',
    outlinesMissing:
      'The outlines of wards could not be loaded. The pin still works; you can also write the address in words.',
    failed: 'The map could not be opened. Please write the address or choose the ward from the list.',
    twoFingers: 'Use two fingers to move the map',
    cluster: (count: number, overdue: number) =>
      `${count} reports${overdue > 0 ? `, ${overdue} overdue` : ''}. Press to zoom in`,
  },
});
