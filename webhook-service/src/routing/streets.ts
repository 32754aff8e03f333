/**
 * Well-known street names of Hà Nội, to see where a name ends in text without capitals ("pho lang ha o ga to").
 * General knowledge, far from complete; typed-address.ts falls back on family names.
 */
import { plain } from '../language/normalise.ts';

/** Names as they are written, by their plain names. */
export const streetNames: ReadonlyMap<string, string> = new Map(
  `An Dương Vương, Âu Cơ, Bà Triệu, Bạch Mai, Bưởi, Cát Linh, Cầu Giấy, Chùa Bộc, Chùa Láng, Chương Dương, Cổ Linh, Cổ Nhuế,
  Cửa Bắc, Dịch Vọng, Dịch Vọng Hậu, Dương Đình Nghệ, Dương Văn Bé, Duy Tân, Đại Cồ Việt, Đại La, Đào Duy Anh, Đào Tấn,
  Đê La Thành, La Thành, Điện Biên Phủ, Định Công, Định Công Hạ, Đình Thôn, Đội Cấn, Đông Các, Đồng Tâm, Đồng Xuân, Đỗ Đức Dục,
  Đỗ Quang, Đức Giang, Giải Phóng, Giảng Võ, Giáp Bát, Giáp Nhị, Hai Bà Trưng, Hàm Nghi, Hàng Bài, Hàng Bạc, Hàng Bông,
  Hàng Buồm, Hàng Cót, Hàng Đào, Hàng Đậu, Hàng Gai, Hàng Mã, Hàng Ngang, Hàng Than, Hào Nam, Hạ Đình, Hạ Yên, Hồ Tùng Mậu,
  Hồ Đắc Di, Hoa Bằng, Hoa Lâm, Hoàng Cầu, Hoàng Đạo Thúy, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Mai, Hoàng Ngân, Hoàng Quốc Việt,
  Hoàng Sâm, Hoàng Tăng Bí, Hoàng Văn Thái, Hoàng Văn Thụ, Hồng Hà, Hồng Tiến, Huế, Huỳnh Thúc Kháng, Hùng Vương, Kim Đồng,
  Kim Giang, Kim Hoa, Kim Liên, Kim Mã, Kim Ngưu, Khâm Thiên, Khuất Duy Tiến, Khương Đình, Khương Hạ, Khương Thượng, Khương Trung,
  Khúc Thừa Dụ, La Khê, Lạc Long Quân, Lạc Trung, Láng, Láng Hạ, Láng Thượng, Lê Duẩn, Lê Đức Thọ, Lê Hồng Phong, Lê Lai, Lê Lợi,
  Lê Quang Đạo, Lê Thanh Nghị, Lê Thái Tổ, Lê Trọng Tấn, Lê Văn Lương, Lê Văn Thiêm, Liễu Giai, Linh Đàm, Linh Lang, Lĩnh Nam,
  Long Biên, Lò Đúc, Lò Sũ, Lương Thế Vinh, Lương Yên, Lý Nam Đế, Lý Thái Tổ, Lý Thường Kiệt, Mã Mây, Mai Dịch, Mai Động,
  Mễ Trì, Mễ Trì Hạ, Minh Khai, Mỗ Lao, Mỹ Đình, Nam Dư, Nam Đồng, Nghi Tàm, Nghĩa Đô, Nghĩa Tân, Ngọc Hà, Ngọc Hồi, Ngọc Khánh,
  Ngọc Lâm, Ngô Gia Tự, Ngô Quyền, Ngô Thì Nhậm, Ngô Xuân Quảng, Nguyên Hồng, Nguyễn An Ninh, Nguyễn Chí Thanh, Nguyễn Cơ Thạch,
  Nguyễn Du, Nguyễn Đình Thi, Nguyễn Hoàng, Nguyễn Huy Tưởng, Nguyễn Khang, Nguyễn Khánh Toàn, Nguyễn Khuyến, Nguyễn Lương Bằng,
  Nguyễn Ngọc Nại, Nguyễn Ngọc Vũ, Nguyễn Phong Sắc, Nguyễn Sơn, Nguyễn Thái Học, Nguyễn Trãi, Nguyễn Tuân, Nguyễn Văn Cừ,
  Nguyễn Văn Huyên, Nguyễn Văn Linh, Nguyễn Văn Lộc, Nguyễn Viết Xuân, Nguyễn Xiển, Nhân Hòa, Nhật Tân, Ô Chợ Dừa, Phạm Hùng,
  Phạm Ngọc Thạch, Phạm Văn Bạch, Phạm Văn Đồng, Phan Bội Châu, Phan Chu Trinh, Phan Đình Phùng, Phan Kế Bính, Phan Trọng Tuệ,
  Phố Huế, Phố Vọng, Phú Diễn, Phú Đô, Phùng Hưng, Phùng Khoang, Phúc Diễn, Phúc La, Phương Mai, Pháo Đài Láng, Quan Hoa,
  Quan Nhân, Quang Trung, Quán Sứ, Quán Thánh, Quảng An, Quốc Tử Giám, Sài Đồng, Tạ Hiện, Tạ Quang Bửu, Tam Trinh, Tân Mai, Tân Ấp,
  Tây Hồ, Tây Sơn, Tây Tựu, Thái Hà, Thái Thịnh, Thanh Bình, Thanh Nhàn, Thanh Niên, Thanh Xuân, Thạch Bàn, Thành Công,
  Thành Thái, Thượng Đình, Thụy Khuê, Tố Hữu, Tôn Đức Thắng, Tôn Thất Thuyết, Tôn Thất Tùng, Trần Bình, Trần Cung, Trần Duy Hưng,
  Trần Đại Nghĩa, Trần Điền, Trần Hưng Đạo, Trần Khát Chân, Trần Nhân Tông, Trần Nhật Duật, Trần Phú, Trần Quang Khải,
  Trần Quốc Hoàn, Trần Quốc Vượng, Trần Quý Kiên, Trần Thái Tông, Trần Vỹ, Tràng Thi, Tràng Tiền, Triều Khúc, Trịnh Đình Cửu,
  Trịnh Văn Bô, Trung Hòa, Trung Kính, Trung Văn, Trương Công Giai, Trương Định, Trường Chinh, Tương Mai, Tựu Liệt, Vạn Bảo,
  Văn Cao, Văn Miếu, Văn Phú, Văn Quán, Vạn Phúc, Vĩnh Hưng, Vĩnh Phúc, Vĩnh Tuy, Võ Chí Công, Võ Nguyên Giáp, Võ Thị Sáu, Vọng,
  Vọng Hà, Vũ Hữu, Vũ Phạm Hàm, Vũ Tông Phan, Vũ Trọng Phụng, Vũ Xuân Thiều, Vương Thừa Vũ, Xa La, Xã Đàn, Xuân Diệu, Xuân Đỉnh,
  Xuân La, Xuân Phương, Xuân Thủy, Ỷ Lan, Yên Hòa, Yên Lãng, Yên Nghĩa, Yên Phụ, Yên Xá, Đồng Bông, Thăng Long, Ngã Tư Sở`
    .split(',')
    .map((name) => [plain(name), name.trim()]),
);

/** Plain names. */
export const knownStreets: ReadonlySet<string> = new Set(streetNames.keys());

/** First words of names that are people: "nguyen van huyen" is a street wherever it stands after "duong". */
export const familyNames: ReadonlySet<string> = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly to trinh dinh ton cao dao mai luong truong phung tong khuc'.split(
    ' ',
  ),
);
