const HIDDEN = '«ẩn»';

/** Everything the simulator mints carries one of these prefixes (see `newSecret`). */
const MINTED = /z(?:at|rt|ut|cd|js)_[\w-]{8,}/g;

const SECRET_NAMES = 'access_token|refresh_token|secret_key|appsecret_proof|code_verifier|code_challenge|x-api-key';
/** `code` is a secret in headers and forms (§2.2, §7.2); inside a JSON body it may be any word of the service. */
const WITH_CODE = `${SECRET_NAMES}|code`;

/** `"access_token": "…"` in JSON, `access_token: …` in header lines, `access_token=…` in forms and queries. */
const IN_JSON = new RegExp(`("(?:${SECRET_NAMES})"\\s*:\\s*)"[^"]*"`, 'gi');
const IN_HEADERS = new RegExp(`^((?:${WITH_CODE})\\s*:\\s*).+$`, 'gim');
const IN_FORMS = new RegExp(`((?:^|[?&\\s])(?:${WITH_CODE})=)[^&\\s]+`, 'gim');

/** Takes every token and secret out of a text before it reaches the wire log; unknown ones by their name, ours by value. */
export function redact(text: string, secrets: string[]): string {
  let clean = text
    .replace(IN_JSON, `$1"${HIDDEN}"`)
    .replace(IN_HEADERS, `$1${HIDDEN}`)
    .replace(IN_FORMS, `$1${HIDDEN}`)
    .replace(MINTED, HIDDEN);
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, HIDDEN);
  return clean;
}
