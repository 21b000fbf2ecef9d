// How an import is spoken of: 第 1 批, not by the name that the core knows it by.
import type { Translate } from './values'

export function batchName(id: string, t: Translate): string {
  const number = /^import-(\d+)$/.exec(id)?.[1]
  return number === undefined ? id : t('imports.batch', { n: number })
}
