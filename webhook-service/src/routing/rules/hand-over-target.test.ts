import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors.ts';
import { type HandOverRequest, handOverTarget } from './hand-over-target.ts';

const request = (given: Partial<HandOverRequest> = {}): HandOverRequest => ({
  handOvers: 0,
  proposedAgency: 'so-xay-dung',
  currentAgency: 'ubnd-00199',
  role: 'handler',
  ...given,
});
const refused = (given: Partial<HandOverRequest>) => {
  try {
    return handOverTarget(request(given));
  } catch (error) {
    return error instanceof AppError ? [error.status, error.code, error.detail] : error;
  }
};

describe('"not mine"', () => {
  it.each([0, 1])('goes to the agency that is named, after %i earlier hand-overs', (handOvers) => {
    expect(handOverTarget(request({ handOvers }))).toEqual({
      agencyCode: 'so-xay-dung',
      toCoordinator: false,
      because: 'Đơn vị đang giữ nêu Sở Xây dựng chịu trách nhiệm.',
    });
  });

  it('goes to the coordinator the third time, with the trail and the agency that was named', () => {
    expect(
      handOverTarget(request({ handOvers: 2, trail: ['pc08', 'so-xay-dung'], currentAgency: 'ubnd-00199' })),
    ).toEqual({
      agencyCode: 'vp-ubnd',
      toCoordinator: true,
      because:
        'Đã chuyển 2 lần (Phòng Cảnh sát giao thông (PC08) – Công an TP → Sở Xây dựng → UBND phường Láng), ' +
        'đơn vị đang giữ nêu Sở Xây dựng; từ lần thứ 3 do Văn phòng UBND thành phố quyết định.',
    });
  });

  it('keeps going to the coordinator after that', () => {
    expect(handOverTarget(request({ handOvers: 7 }))).toMatchObject({ agencyCode: 'vp-ubnd', toCoordinator: true });
    expect(handOverTarget(request({ handOvers: 2 })).because).toContain('Đã chuyển 2 lần (UBND phường Láng)');
  });

  it.each(['dispatcher', 'cityOffice'])('is settled by the word of a %s, however often it was moved', (role) => {
    expect(handOverTarget(request({ handOvers: 5, role }))).toEqual({
      agencyCode: 'so-xay-dung',
      toCoordinator: false,
      because: 'Người điều phối giao Sở Xây dựng.',
    });
  });

  it.each(['handler', 'leader', 'intakeOfficer', 'operations', 'system'])('is not settled by a %s', (role) => {
    expect(handOverTarget(request({ handOvers: 2, role })).toCoordinator).toBe(true);
  });

  it('is settled by the coordinator that holds the report', () => {
    const held = { handOvers: 3, currentAgency: 'vp-ubnd' };
    expect(handOverTarget(request(held))).toMatchObject({ agencyCode: 'so-xay-dung', toCoordinator: false });
    expect(handOverTarget(request({ ...held, currentAgency: 'ttpvhcc', coordinator: 'ttpvhcc' }))).toMatchObject({
      agencyCode: 'so-xay-dung',
      toCoordinator: false,
    });
    expect(handOverTarget(request({ handOvers: 2, coordinator: 'ttpvhcc' }))).toMatchObject({ agencyCode: 'ttpvhcc' });
  });

  it('must name another agency', () => {
    expect(refused({ proposedAgency: 'ubnd-00199', role: 'dispatcher' })).toEqual([
      422,
      'hand_over_to_self',
      'Phản ánh đang ở chính đơn vị này, xin nêu đơn vị khác chịu trách nhiệm.',
    ]);
  });

  it('must name an agency that exists', () => {
    const unknown = [
      422,
      'agency_unknown',
      'Không có đơn vị được nêu, xin chọn đơn vị chịu trách nhiệm trong danh sách.',
    ];
    expect(refused({ proposedAgency: 'nobody' })).toEqual(unknown);
    expect(refused({ proposedAgency: '', handOvers: 2 })).toEqual(unknown);
    expect(refused({ proposedAgency: 'ubnd-99999' })).toEqual(unknown);
    expect(refused({ proposedAgency: 'ubnd-99999', agencies: new Set(['ubnd-99999']) })).toMatchObject({
      agencyCode: 'ubnd-99999',
    });
  });

  it('never ends where it was, whatever agencies name', () => {
    const codes = fc.constantFrom('vp-ubnd', 'so-xay-dung', 'ubnd-00199', 'pc08', 'nobody');
    const roles = fc.constantFrom('handler', 'leader', 'dispatcher', 'cityOffice');
    fc.assert(
      fc.property(codes, codes, roles, fc.nat({ max: 5 }), (proposedAgency, currentAgency, role, handOvers) => {
        const target = refused({ proposedAgency, currentAgency, role, handOvers });
        if (Array.isArray(target)) expect(proposedAgency === currentAgency || proposedAgency === 'nobody').toBe(true);
        else expect(target).not.toMatchObject({ agencyCode: currentAgency });
      }),
    );
  });
});
