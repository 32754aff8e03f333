/** Random commands by random people, sensible and not, for property tests of the lifecycle. */
import fc from 'fast-check';
import { staffRoles } from '../../../../../db/schema/staff.ts';
import { type ReportCommand, ratingLevels, unsatisfiedReasons } from '../commands.ts';
import { refusalReasonCodes } from '../refusal-reasons.ts';
import type { Role } from '../roles.ts';

const agencies = fc.constantFrom('ubnd-00199', 'ubnd-00004', 'so-xay-dung', 'pc08', 'vp-ubnd');
const reason = fc.constantFrom('', 'ngắn', 'Tuyến phố do thành phố quản lý.');
const photo = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('photo' as const, 'document' as const),
  sha256: fc.constantFrom('a1', 'b2', 'c3', 'own-photo'),
  fingerprint: fc.constant(null),
});
const answer = fc.record({
  text: fc.constantFrom(
    '',
    'Đã ghi nhận phản ánh.',
    'Sáng 05/10/2026, tổ hạ tầng UBND phường Láng đã kiểm tra và vá ổ gà trước số 12 phố Láng Hạ bằng bê tông nhựa, mặt đường đã bằng phẳng.',
    'Ngày 05/10/2026 công an phường Láng đã kiểm tra, yêu cầu quán dừng loa kéo lúc 22:30 và lập biên bản; quán cam kết không tái diễn.',
  ),
  evidence: fc.array(photo, { maxLength: 2 }),
});

export const roles: fc.Arbitrary<Role> = fc.constantFrom('reporter', 'follower', 'system', ...staffRoles);

export const commands: fc.Arbitrary<ReportCommand> = fc.oneof(
  fc.record({ type: fc.constant('dispatch' as const), agencyCode: agencies }),
  fc.record({
    type: fc.constant('dispatch' as const),
    agencyCode: agencies,
    classification: fc.constantFrom(
      { categoryCode: 'GT-01', priorityClass: 'normal' as const },
      { categoryCode: 'XD-01', priorityClass: 'complex' as const },
    ),
  }),
  fc.constant({ type: 'accept' as const }),
  fc.record({
    type: fc.constant('handOver' as const),
    agencyCode: agencies,
    reason,
    why: fc.constantFrom('not_mine' as const, 'ward_corrected' as const),
  }),
  fc.record({ type: fc.constant('askCitizen' as const), question: reason }),
  fc.constant({ type: 'reply' as const }),
  fc.constant({ type: 'timeOut' as const }),
  fc.record({ type: fc.constant('extend' as const), minutes: fc.constantFrom(60, 2400, 4800, 9999), reason }),
  fc.record({
    type: fc.constant('escalate' as const),
    superiorAgency: agencies,
    proposal: fc.constantFrom('', 'Đề nghị thành phố bố trí kinh phí sửa cả tuyến.'),
  }),
  fc.record({ type: fc.constant('answer' as const), answer }),
  fc.constant({ type: 'confirm' as const }),
  fc.constant({ type: 'rejectResult' as const }),
  fc.record({
    type: fc.constant('rate' as const),
    level: fc.constantFrom(...ratingLevels),
    reasons: fc.subarray([...unsatisfiedReasons]),
  }),
  fc.constant({ type: 'object' as const }),
  fc.record({ type: fc.constant('refuse' as const), reason: fc.constantFrom(...refusalReasonCodes) }),
  fc.constant({ type: 'merge' as const }),
  fc.record({ type: fc.constant('split' as const), reason }),
  fc.constant({ type: 'withdraw' as const }),
  fc.constant({ type: 'close' as const }),
  fc.record({ type: fc.constant('recheck' as const), reason }),
);
