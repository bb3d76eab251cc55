/** What may be said of a MongoDB address, and what may not. */

const DEFAULT_DATABASE = 'duban';
/** Host lists hold commas, which `URL` refuses. The last `@` before the path ends the credentials. */
const ADDRESS = /^mongodb(?:\+srv)?:\/\/(?:(?<credentials>.*)@)?(?<hosts>[^/?@]*)(?:\/(?<database>[^?]*))?/i;

/** The database (`duban` if the address names none) and the place for logs, without credentials and options. */
export function describeUrl(url: string): { database: string; describe: string } {
  const { hosts = '', database = '' } = ADDRESS.exec(url)?.groups ?? {};
  const name = database === '' ? DEFAULT_DATABASE : database;
  return { database: name, describe: `mongodb ${hosts}/${name}` };
}

/** The error again with the address and its credentials struck out, wherever a driver may have put them. */
export function redacted(url: string, error: unknown): Error {
  const { credentials = '' } = ADDRESS.exec(url)?.groups ?? {};
  const [user = ''] = credentials.split(':');
  const password = credentials.slice(user.length + 1);
  const secrets = [url, credentials, password, decoded(password)].filter((secret) => secret !== '');
  const strike = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const source = error instanceof Error ? error : new Error(String(error));
  const clean = new Error(strike(source.message));
  clean.name = source.name;
  clean.stack = strike(source.stack ?? '');
  return clean;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
