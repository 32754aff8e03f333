/** Stages and causes of obstacles (khâu, nguyên nhân): the closed lists of domain-hanoi P5, our wording. */

export const obstacleStages = ['citizen', 'unit', 'authority'] as const;
export type ObstacleStage = (typeof obstacleStages)[number];

/** P5 names three: người dân, doanh nghiệp, chính quyền; `unit` is the unit or business that does the work. */
export const stageNames: Readonly<Record<ObstacleStage, string>> = {
  citizen: 'Người dân',
  unit: 'Đơn vị, doanh nghiệp thực hiện',
  authority: 'Chính quyền, cơ quan có thẩm quyền',
};

export const obstacleStatuses = ['open', 'in_hand', 'settled', 'declined'] as const;
export type ObstacleStatus = (typeof obstacleStatuses)[number];

export const statusNames: Readonly<Record<ObstacleStatus, string>> = {
  open: 'Chưa giải quyết',
  in_hand: 'Đang giải quyết',
  settled: 'Đã giải quyết',
  declined: 'Không chấp nhận đề xuất',
};

export interface ObstacleCause {
  code: string;
  nameVi: string;
  /** Stages it can be met at. */
  stages: readonly ObstacleStage[];
  /** Says nothing by itself: needs a note. */
  needsNote?: boolean;
}

export const obstacleCauses: readonly ObstacleCause[] = [
  { code: 'no_funding', nameVi: 'Thiếu kinh phí', stages: ['unit', 'authority'] },
  { code: 'overlapping_authority', nameVi: 'Chồng chéo thẩm quyền', stages: ['unit', 'authority'] },
  { code: 'no_guidance', nameVi: 'Chờ văn bản hướng dẫn', stages: ['unit', 'authority'] },
  { code: 'rules_unclear', nameVi: 'Quy định chưa rõ hoặc chưa phù hợp', stages: ['unit', 'authority'] },
  { code: 'no_staff', nameVi: 'Thiếu nhân lực', stages: ['unit', 'authority'] },
  { code: 'no_equipment', nameVi: 'Thiếu phương tiện, thiết bị, vật tư', stages: ['unit', 'authority'] },
  { code: 'waiting_for_agency', nameVi: 'Chờ đơn vị khác phối hợp', stages: ['unit', 'authority'] },
  { code: 'waiting_for_approval', nameVi: 'Chờ cấp trên phê duyệt', stages: ['unit', 'authority'] },
  { code: 'contractor', nameVi: 'Nhà thầu chậm hoặc không thực hiện', stages: ['unit'] },
  { code: 'site_not_handed_over', nameVi: 'Chưa có mặt bằng', stages: ['unit', 'authority'] },
  { code: 'weather', nameVi: 'Thời tiết, thiên tai', stages: ['citizen', 'unit', 'authority'] },
  { code: 'place_not_found', nameVi: 'Không tìm được vị trí sự việc', stages: ['citizen', 'unit'] },
  { code: 'citizen_unreachable', nameVi: 'Không liên hệ được người phản ánh', stages: ['citizen'] },
  { code: 'citizen_not_cooperating', nameVi: 'Người dân, cơ sở liên quan không hợp tác', stages: ['citizen', 'unit'] },
  { code: 'private_property', nameVi: 'Thuộc sở hữu riêng, cần người sở hữu đồng ý', stages: ['citizen', 'unit'] },
  { code: 'other', nameVi: 'Nguyên nhân khác', stages: ['citizen', 'unit', 'authority'], needsNote: true },
];

const byCode = new Map(obstacleCauses.map((cause) => [cause.code, cause]));

/** The cause with this code, or undefined. */
export function obstacleCause(code: string): ObstacleCause | undefined {
  return byCode.get(code);
}
