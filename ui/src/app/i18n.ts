// The languages of the screen: Chinese first, English beside it; the choice is remembered on this machine.
import elementEn from 'element-plus/es/locale/lang/en'
import elementZh from 'element-plus/es/locale/lang/zh-cn'
import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import en from '@/locales/en'
import zhCN, { type Messages } from '@/locales/zh-CN'
import { recall, remember } from '@/shared/memory'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

declare module 'vue-i18n' {
  // Keys are checked by the type checker, in scripts and in templates.
  export interface DefineLocaleMessage extends Messages {}
}

export const i18n = createI18n({
  legacy: false,
  locale: recall('locale', LOCALES, 'zh-CN'),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
})

document.documentElement.lang = i18n.global.locale.value

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  remember('locale', locale)
}

/** Element Plus's own words in the same language. */
export const elementLocale = computed(() => (i18n.global.locale.value === 'en' ? elementEn : elementZh))
