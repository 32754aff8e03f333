import type { FastifyInstance } from 'fastify';
import type { Sql } from '../../../../db/client.ts';
import { type AddressesApiDeps, registerAddressesApi } from './addresses-api.ts';
import { type CategoriesApiDeps, registerCategoriesApi } from './categories-api.ts';
import { registerFiguresApi } from './figures-api.ts';
import { registerGeometryApi } from './geometry-api.ts';
import { registerMapApi } from './map-api.ts';
import { type PublicMediaDeps, registerPublicMediaApi } from './public-media-api.ts';
import { registerPublishedApi } from './published-api.ts';
import { registerReportsListApi } from './reports-list-api.ts';
import { registerWardsApi } from './wards-api.ts';

export type DiscoverDeps = AddressesApiDeps & CategoriesApiDeps & PublicMediaDeps & { sql: Sql };

/** What anyone can find without signing in: published reports, map, figures, wards, categories, addresses (domain-hanoi C10, G17). */
export function registerDiscoverApi(app: FastifyInstance, deps: DiscoverDeps): void {
  registerReportsListApi(app, deps);
  registerMapApi(app, deps);
  registerPublishedApi(app, deps);
  registerPublicMediaApi(app, deps);
  registerFiguresApi(app, deps);
  registerWardsApi(app, deps);
  registerCategoriesApi(app, deps);
  registerGeometryApi(app, deps);
  registerAddressesApi(app, deps);
}
