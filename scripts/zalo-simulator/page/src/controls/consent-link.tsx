/** Where an administrator of the service starts a new consent (§2.1); the page of the service makes the PKCE pair and the state. */
export function ConsentLink({ webhookUrl }: { webhookUrl: string }) {
  if (!URL.canParse(webhookUrl)) return null;
  return (
    <a className="button quiet" href={new URL('/admin', webhookUrl).href} target="_blank" rel="noopener noreferrer">
      Cấp quyền lại
    </a>
  );
}
