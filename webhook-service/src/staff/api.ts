import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db, Sql, Tx } from '../../../db/client.ts';
import type { DuePolicy } from '../deadlines/policy.ts';
import { AppError } from '../errors.ts';
import type { MediaStore } from '../media/store.ts';
import { mayRead } from '../reports/access/member.ts';
import { rehomeReport } from '../reports/perform/move-report.ts';
import type { PerformDeps } from '../reports/perform/perform.ts';
import type { WardMaps } from '../routing/boundaries/ward-maps.ts';
import { registerAttachmentsApi } from './attachments-api.ts';
import { createAuthenticator } from './authenticate.ts';
import { registerBoundariesApi } from './boundaries-api.ts';
import { registerCalendarApi } from './calendar-api.ts';
import { registerChannelCostsApi } from './channel-costs-api.ts';
import { registerCommandsApi } from './commands-api.ts';
import { registerConsoleApi } from './console-api.ts';
import { registerDuplicatesApi } from './duplicates-api.ts';
import { registerEscalationsApi } from './escalations-api.ts';
import { registerEvidenceApi } from './evidence-api.ts';
import { registerFiguresApi } from './figures-api.ts';
import { memberOf, requireRole, requireVisible, scopeOf } from './guard.ts';
import { registerObstaclesApi } from './obstacles-api.ts';
import { registerPeopleApi } from './people-api.ts';
import { registerStaffPhotos } from './photos.ts';
import { createPreview } from './preview-message.ts';
import { registerPrivacyApi } from './privacy-api.ts';
import { registerPublicationApi } from './publication-api.ts';
import { registerReportDetailApi } from './report-detail-api.ts';
import { registerReportListApi } from './report-list-api.ts';
import { registerReporterApi } from './reporter-api.ts';
import { registerReviewsApi } from './reviews-api.ts';
import { registerRoutingRulesApi } from './routing-rules-api.ts';
import { registerStandardTextsApi } from './standard-texts-api.ts';

export interface StaffApiDeps extends PerformDeps {
  db: Db;
  sql: Sql;
  now: () => Date;
  /** Bearer token of the intake desk; null when everybody has one of their own. */
  token: string | null;
  media: MediaStore;
  /** Opens sealed names and phone numbers. */
  dataKey: Buffer;
  wardMaps: WardMaps;
  /** The policy a clock was counted by. */
  policyByVersion: (tx: Tx, version: string) => Promise<DuePolicy | null>;
  /** Counts a failed sign-in; false when this address has had too many. */
  mayTryAgain: (request: FastifyRequest) => Promise<boolean>;
}

/** `/api/staff/*`: for people with a token of their own, each within their roles, agencies and categories. */
export function registerStaffApi(app: FastifyInstance, deps: StaffApiDeps): void {
  app.register(async (staff) => {
    const authenticator = createAuthenticator(deps);
    staff.decorateRequest('staff', null);
    staff.addHook('onRequest', async (request) => {
      request.staff = await authenticator.authenticate(request).catch(async (error: unknown) => {
        if (error instanceof AppError && error.status === 401 && !(await deps.mayTryAgain(request))) {
          throw new AppError({ code: 'too_many_requests', status: 429, detail: TOO_MANY });
        }
        throw error;
      });
    });

    const guarded = { ...deps, requireRole, requireVisible, scopeOf };
    registerPeopleApi(staff, { ...deps, authenticator });
    registerReportListApi(staff, deps);
    registerReportDetailApi(staff, deps);
    registerReporterApi(staff, deps);
    registerStaffPhotos(staff, deps);
    registerPublicationApi(staff, deps);
    registerAttachmentsApi(staff, deps);
    registerCommandsApi(staff, deps);
    await registerEvidenceApi(staff, deps);
    registerConsoleApi(staff, deps);
    registerDuplicatesApi(staff, guarded);
    registerObstaclesApi(staff, guarded);
    registerEscalationsApi(staff, guarded);
    registerReviewsApi(staff, guarded);
    registerStandardTextsApi(staff, { ...guarded, previewMessage: createPreview(deps) });
    registerRoutingRulesApi(staff, {
      ...guarded,
      mayRead: (request, report) => mayRead(memberOf(request), report),
    });
    registerBoundariesApi(staff, { ...guarded, moveReport: rehomeReport });
    registerCalendarApi(staff, guarded);
    registerFiguresApi(staff, guarded);
    registerPrivacyApi(staff, guarded);
    registerChannelCostsApi(staff, guarded);
  });
}

const TOO_MANY = 'Đăng nhập sai quá nhiều lần, xin thử lại sau ít phút.';
