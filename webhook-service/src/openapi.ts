import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** `/openapi.json` from the route schemas, and `/docs` to read it (DESIGN rule 6). Register before the routes. */
export async function registerApiDocument(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      // 3.1 is JSON Schema as it stands: 3.0 has no null, and what is made of it then misleads the makers of clients.
      openapi: '3.1.0',
      info: { title: 'Phản ánh Hà Nội trên Zalo', version: '1', description: 'Citizen reports over Zalo' },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          staff: { type: 'http', scheme: 'bearer' },
          citizen: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
