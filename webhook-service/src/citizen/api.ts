import type { FastifyInstance } from 'fastify';
import { addWeakEtags } from '../http/weak-etag.ts';
import { registerConsentHistory } from './consent-history-api.ts';
import { type DeedDeps, registerDeedsApi } from './deeds-api.ts';
import { type DraftApiDeps, registerDraftApi } from './draft-api.ts';
import { type LocationApiDeps, registerLocationApi } from './location-api.ts';
import { type MediaApiDeps, registerMediaApi } from './media-api.ts';
import { registerMyReportsApi } from './my-reports-api.ts';
import { createPhotoIntake } from './photo-intake.ts';
import { type PrivacyApiDeps, registerPrivacyApi } from './privacy-api.ts';
import { registerProfileApi } from './profile-api.ts';
import { registerReportApi } from './report-api.ts';
import { registerSessionApi, registerSignOutEverywhere, type SessionApiDeps } from './session-api.ts';
import { requireSession, type SignedInDeps } from './signed-in.ts';
import { registerUploadLink } from './upload-link-api.ts';
import { createUploadTokens } from './upload-token.ts';
import { registerUploads } from './uploads-api.ts';

export type CitizenApiDeps = SessionApiDeps &
  SignedInDeps &
  MediaApiDeps &
  DeedDeps &
  Omit<DraftApiDeps, 'takePhoto'> &
  PrivacyApiDeps &
  LocationApiDeps;

/** The Mini App asks for these every few seconds while they are on the screen. */
const LOOKED_AT_OFTEN = new Set(['/api/citizen/reports', '/api/citizen/reports/:code', '/api/citizen/draft']);

/** `/api/citizen/*`: what the Mini App needs, before sending and after. Everything but signing in and Zalo's own uploads needs a session. */
export async function registerCitizenApi(app: FastifyInstance, deps: CitizenApiDeps): Promise<void> {
  app.decorateRequest('citizen', null);
  const takePhoto = createPhotoIntake(deps);
  const uploadTokens = createUploadTokens(deps.dataKey);
  await app.register(async (open) => registerSessionApi(open, deps));
  await registerUploads(app, { ...deps, takePhoto, uploadTokens });
  await app.register(async (citizen) => {
    requireSession(citizen, deps);
    addWeakEtags(citizen, LOOKED_AT_OFTEN);
    registerSignOutEverywhere(citizen, deps);
    registerMyReportsApi(citizen, deps);
    registerReportApi(citizen, deps);
    registerDeedsApi(citizen, deps);
    await registerDraftApi(citizen, { ...deps, takePhoto });
    registerUploadLink(citizen, { ...deps, uploadTokens });
    registerProfileApi(citizen, deps);
    registerLocationApi(citizen, deps);
    registerMediaApi(citizen, deps);
    registerPrivacyApi(citizen, deps);
    registerConsentHistory(citizen, deps);
  });
}
