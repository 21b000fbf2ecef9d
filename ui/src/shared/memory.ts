// Small choices remembered on this machine (theme, language, period). Never records: those belong to the register.

const PREFIX = 'sunreg.'

/** The remembered choice, where it is still one of `allowed`. */
export function recall<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  const found = read(key)
  return allowed.find((choice) => choice === found) ?? otherwise
}

export function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    // A web view may refuse storage; then nothing is remembered.
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value)
  } catch {
    // As above: the choice holds until the window closes.
  }
}
