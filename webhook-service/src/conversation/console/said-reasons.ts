/** Reasons of the closed lists, in the words officials use for them. Reads folded text; more than one reason found is left to a person. */
import type { NoEvidenceReason } from '../../reports/gate/no-evidence.ts';
import type { RefusalReasonCode } from '../../reports/lifecycle/refusal-reasons.ts';

const REFUSALS: Readonly<Record<RefusalReasonCode, RegExp>> = {
  complaint: /khieu nai/,
  denunciation: /to cao/,
  civil_dispute: /tranh chap|dan su/,
  state_secret: /bi mat/,
  out_of_area: /(?:ngoai|khong thuoc|khong nam trong) (?:dia ban|dia phan|pham vi|ha noi|thanh pho|tp)/,
  unclear:
    /(?:thieu|chua du|khong du|chua ro|khong ro) (?:thong tin|noi dung|dia chi|dia diem|vi tri)|khong (?:the )?xac minh duoc/,
  already_answered: /da (?:co|duoc|tra loi|giai quyet) ?(?:ket qua|tra loi|giai quyet)?|khong co tinh tiet moi/,
  invalid_evidence:
    /(?:anh|noi dung|minh chung) (?:gia|sai|khong dung|lay tu|cat ghep)|(?:khong dung|sai) (?:su that|thuc te)/,
  abuse: /loi le|xuc pham|tuc tiu|chui (?:boi|bay|the)/,
  spam: /quang cao|rao vat|spam|tin rac/,
};

const NO_EVIDENCE: Readonly<Record<NoEvidenceReason, RegExp>> = {
  inspected_nothing_found:
    /khong (?:phat hien|con (?:rac|su viec|hien tuong|vi pham|tinh trang))|khong co (?:su viec|hien tuong|vi pham)/,
  not_solved_yet: /chua (?:xu ly|lam|giai quyet|thi cong|sua|hoan thanh)|chua xong/,
  private_premises: /nha rieng|trong nha|nha dan|noi rieng tu|dat rieng/,
  personal_data: /du lieu ca nhan|thong tin ca nhan|mat nguoi|khuon mat|doi tu/,
  security_or_secrecy: /bi mat|an ninh|dang xac minh|dieu tra/,
  unsafe_to_record: /nguy hiem|cuu nan|khong an toan|mat an toan/,
  explained_by_rule: /giai thich|quy dinh|huong dan|thu tuc(?! khac)|khong co hien truong/,
  belongs_to_other_procedure: /(?:thu tuc|quy trinh) khac|to tung/,
};

/** Reasons of the closed list for a refusal that these words can mean. */
export function refusalReasonsIn(folded: string): RefusalReasonCode[] {
  return reasonsIn(REFUSALS, folded);
}

/** Reasons why an answer comes without proof that these words can mean. */
export function noEvidenceReasonsIn(folded: string): NoEvidenceReason[] {
  return reasonsIn(NO_EVIDENCE, folded);
}

function reasonsIn<Reason extends string>(words: Readonly<Record<Reason, RegExp>>, folded: string): Reason[] {
  return (Object.keys(words) as Reason[]).filter((reason) => words[reason].test(folded));
}
