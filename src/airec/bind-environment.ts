/** What a program needs to find itself, its user's files and its language, and nothing that is a secret. */
const BASIC: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TMP',
  'TEMP',
  'XDG_CONFIG_HOME',
  // Windows
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
]);

/**
 * The part of `environment` that the bind command may see: the basic variables, `LC_*`, and those whose
 * names the configuration allows. Cloud credentials, keys and tokens stay out unless they are named.
 */
export function bindEnvironment(
  allowed: readonly string[],
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => isBasic(name) || allowed.includes(name)),
  );
}

function isBasic(name: string): boolean {
  // Windows does not tell Path from PATH.
  return BASIC.has(name.toUpperCase()) || name.startsWith('LC_');
}
