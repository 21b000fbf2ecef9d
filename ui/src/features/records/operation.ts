// What an entry of the change log did, in words.

/** Its own name where there are none. */
export function operationInWords(name: string, t: (key: string) => string, te: (key: string) => boolean): string {
  const key = `records.operations.${name.replace('.', '_')}`
  return te(key) ? t(key) : name
}
