import type { AppConfig } from './app-config.ts';
import type { ShellFacts } from './phone-api.ts';

/**
 * The page Zalo makes of a build: a mount point, the listed style sheets and scripts, and before all of them the native side,
 * here the fake host. Nothing of the build's own `index.html` survives.
 */
export function shellHtml(config: AppConfig, facts: ShellFacts): string {
  const base = `/zapps/${facts.appId}/${facts.version}/`;
  const styles = config.css.map((file) => `<link rel="stylesheet" href="${escaped(base + file)}">`);
  const scripts = [...config.sync, ...config.async].map((file) => scriptTag(base + file));
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escaped(config.title)}</title>
<link rel="icon" href="data:,">
<script src="/_sim/host.js" data-shell="${escaped(JSON.stringify(facts))}"></script>
${styles.join('\n')}
</head>
<body>
<div id="app"></div>
${scripts.join('\n')}
</body>
</html>
`;
}

/** Only the name tells Zalo that a file is a module. */
function scriptTag(src: string): string {
  return src.endsWith('.module.js')
    ? `<script type="module" src="${escaped(src)}"></script>`
    : `<script defer src="${escaped(src)}"></script>`;
}

/** In place of the app when there is nothing to show: a page, so that the frame says why. */
export function emptyShellHtml(why: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mini App</title><body style="font:1rem/1.6 system-ui;padding:5rem 1.5rem 1.5rem"><p>${escaped(why)}</p></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
