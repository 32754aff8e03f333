export type TemplateQuality = 'HIGH' | 'MEDIUM' | 'LOW' | 'UNDEFINED';
export type TemplateStatus = 'ENABLE' | 'PENDING_REVIEW' | 'DISABLE' | 'REJECT' | 'DELETE';
/** §4.2: what a value may look like; a wrong one is `-1124`. */
export type ParameterType = 'STRING' | 'NUMBER' | 'DATE' | 'PHONE' | 'URL';

export interface TemplateParameter {
  name: string;
  /** Characters after NFC; longer → `-1121`. */
  maxLength: number;
  type: ParameterType;
  /** Missing → `-1122`. */
  require: boolean;
}

/** A ZBS template of the OA, sent by UID (§3.9) or by phone (§4.1). */
export interface ZbsTemplate {
  id: string;
  name: string;
  /** Anything but ENABLE cannot be sent: DISABLE → -146, the others → -131. */
  status: TemplateStatus;
  /** false: `-249` by UID (created before 10 Dec 2025, OTP, …). */
  byUid: boolean;
  /** false: `-145` by phone. */
  byPhone: boolean;
  /** Belongs to another OA: `-117`. */
  foreign: boolean;
  /** By phone refused from 22:00 to 06:00 in Hà Nội: `-133`. */
  noNight: boolean;
  /** LOW disables it: `-146` (§4.3). */
  quality: TemplateQuality;
  /** Messages a day by phone, null = as many as the OA may; used up → `-147`. */
  dailyQuota: number | null;
  /** 1 transaction, 2 customer care, 3 promotion. */
  tag: 1 | 2 | 3;
  /** Đồng, §4.3. */
  pricePhone: number;
  priceUid: number;
  parameters: TemplateParameter[];
}

/** How a test describes one: what it leaves out is that of a good, approved template; a bare name is a required text of 30. */
export type TemplateInput = Partial<Omit<ZbsTemplate, 'id' | 'parameters'>> & {
  id: string;
  /** false is short for status PENDING_REVIEW. */
  approved?: boolean;
  parameters?: (string | (Partial<TemplateParameter> & { name: string }))[];
};
