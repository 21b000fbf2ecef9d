// The pages of the app, in the order of the rail. A page is added here and nowhere else.
import { Document, Histogram, Notebook, Upload } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Messages } from '@/locales/zh-CN'

export interface Page {
  /** Its label is the message `frame.pages.<name>`. */
  name: keyof Messages['frame']['pages']
  path: string
  icon: Component
  /** Shown only while a register is open. */
  needsRegister: boolean
  load: () => Promise<{ default: Component }>
}

export const pages: readonly Page[] = [
  {
    name: 'start',
    path: '/',
    icon: Notebook,
    needsRegister: false,
    load: () => import('@/features/start/StartPage.vue'),
  },
  {
    name: 'figures',
    path: '/figures',
    icon: Histogram,
    needsRegister: true,
    load: () => import('@/features/figures/FiguresPage.vue'),
  },
  {
    name: 'report',
    path: '/report',
    icon: Document,
    needsRegister: true,
    load: () => import('@/features/report/ReportPage.vue'),
  },
  {
    name: 'imports',
    path: '/imports',
    icon: Upload,
    needsRegister: true,
    load: () => import('@/features/imports/ImportPage.vue'),
  },
]

/** Where the window goes once a register is open: the first page that needs one. */
export function home(): string {
  return (pages.find((page) => page.needsRegister) ?? pages[0])?.path ?? '/'
}
