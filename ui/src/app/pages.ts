// The pages of an open register, in the order of the rail. A page is added here and nowhere else.
import {
  Box,
  ChatLineSquare,
  Checked,
  CopyDocument,
  DataLine,
  Document,
  DocumentChecked,
  EditPen,
  Files,
  FolderChecked,
  Message,
  Notebook,
  Odometer,
  OfficeBuilding,
  Reading,
  Search,
  Setting,
  Star,
  Tickets,
  Upload,
  User,
  Warning,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Thing } from '@/api/bindings'
import type { Messages } from '@/locales/zh-CN'
import { archivePlace, DEPARTMENTS, HOME, listItemsPlace, proofPlace, ROWS, registerPath } from './places'

export interface Page {
  /** Its label is the message `frame.pages.<name>`. */
  name: keyof Messages['frame']['pages']
  path: string
  icon: Component
  /** Pages of one group stand together on the rail, between fine lines; those without one are led to from elsewhere. */
  group: 'overview' | 'registers' | 'results' | 'upkeep' | null
  load: () => Promise<{ default: Component }>
  /** What its component is given: one component serves all registers. */
  props?: { thing: Thing }
}

const registers: readonly [Thing, Component][] = [
  ['publication', Reading],
  ['meeting', User],
  ['reply', ChatLineSquare],
  ['material', Files],
  ['request', Message],
  ['evaluation', Star],
  ['case_file', FolderChecked],
  ['problem', Warning],
  ['regulation', Notebook],
  ['consultation', EditPen],
  ['notice', Tickets],
]

export const pages: readonly Page[] = [
  {
    name: 'overview',
    path: HOME,
    icon: Odometer,
    group: 'overview',
    load: () => import('@/features/overview/OverviewPage.vue'),
  },
  ...registers.map(
    ([thing, icon]): Page => ({
      name: thing,
      path: registerPath(thing),
      icon,
      group: 'registers',
      load: () => import('@/features/records/RegisterPage.vue'),
      props: { thing },
    }),
  ),
  {
    name: 'list_items',
    path: listItemsPlace().path,
    icon: Checked,
    group: 'results',
    load: () => import('@/features/board/ListItemsPage.vue'),
  },
  {
    name: 'figures',
    path: '/figures',
    icon: DataLine,
    group: 'results',
    load: () => import('@/features/figures/FiguresPage.vue'),
  },
  {
    name: 'departments',
    path: DEPARTMENTS,
    icon: OfficeBuilding,
    group: 'results',
    load: () => import('@/features/departments/DepartmentsPage.vue'),
  },
  {
    name: 'report',
    path: '/report',
    icon: Document,
    group: 'results',
    load: () => import('@/features/report/ReportPage.vue'),
  },
  {
    name: 'imports',
    path: '/imports',
    icon: Upload,
    group: 'upkeep',
    load: () => import('@/features/imports/ImportPage.vue'),
  },
  {
    name: 'settings',
    path: '/settings',
    icon: Setting,
    group: 'upkeep',
    load: () => import('@/features/settings/SettingsPage.vue'),
  },
  {
    name: 'search',
    path: '/search',
    icon: Search,
    group: null,
    load: () => import('@/features/search/SearchPage.vue'),
  },
  {
    name: 'rows',
    path: ROWS,
    icon: CopyDocument,
    group: null,
    load: () => import('@/features/rows/RowsPage.vue'),
  },
  {
    name: 'proof',
    path: proofPlace().path,
    icon: DocumentChecked,
    group: null,
    load: () => import('@/features/proof/ProofPage.vue'),
  },
  {
    name: 'archive',
    path: archivePlace().path,
    icon: Box,
    group: null,
    load: () => import('@/features/archive/ArchivePage.vue'),
  },
]
