// For tests: a core that answers by name in place of the shell, and remembers what it was asked.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks'
import { render } from '@testing-library/vue'
import { afterEach } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Definition, Field, Figure, RegisterInfo, Term, ThingInfo } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { refreshRegister } from '@/app/register'

export type Answers = Record<string, (request: Record<string, unknown>) => unknown>
export interface Asked {
  name: string
  request: Record<string, unknown>
}

afterEach(clearMocks)

export const register: RegisterInfo = {
  id: 'a1b2c3',
  folder: '/台账',
  institution: '某职业技术学院',
  records: 3,
  first_day: '2023-02-01',
  last_day: '2023-11-20',
  last_backup: { at: '2023-11-20T17:00:00', path: '/台账/backups/20231120-170000', verified: true },
}

const field = (key: string, label: string, label_en: string, kind: Field['kind'], required = false): Field => ({
  key,
  label,
  label_en,
  kind,
  required,
})

const things: ThingInfo[] = [
  {
    thing: 'publication',
    label: '主动公开信息',
    label_en: 'Publications',
    title_field: 'title',
    date_field: 'published_on',
    fields: [
      field('title', '信息名称', 'Title', { type: 'text', max: 500 }, true),
      field('published_on', '公开日期', 'Published on', { type: 'date' }, true),
      field('kind', '文种', 'Kind', { type: 'term', dimension: 'kind' }),
      field('channels', '公开渠道', 'Channels', { type: 'channels' }),
      field('is_public', '是否公开', 'Public', { type: 'flag' }, true),
    ],
  },
]

const term = (id: number, dimension: Term['dimension'], name: string): Term => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
})

export const webDefinition: Definition = {
  id: 'web',
  label: '学校官网',
  unit: '条',
  counts: 'publications',
  date: 'published_on',
  where: [],
  measure: { type: 'records' },
}

export const web: Figure = {
  id: 'web',
  label: '学校官网',
  unit: '条',
  value: 118,
  display: '118条',
  rows: 118,
  estimates: 0,
  meaning: '未作废的主动公开信息，公开渠道为“学校官网”，按条计数',
  unknown: [],
  by_hand: false,
  declared: null,
}

const standing: Answers = {
  register_info: () => register,
  things: () => things,
  terms: () => [term(1, 'kind', '新闻报道'), term(2, 'channel', '学校官网'), term(3, 'channel', '公示栏')],
  definitions: () => [webDefinition],
  figures: () => [web],
  figure_rows: ({ offset }) => ({
    figure: 'web',
    value: 118,
    total: 118,
    records: [
      {
        id: `publication-${Number(offset) + 1}`,
        thing: 'publication',
        title: offset === 0 ? '招生章程' : '毕业典礼',
        date: '2023-05-06',
        quantity: 1,
      },
    ],
  }),
  figure_months: () => [],
  batches: () => [],
  periods: () => [],
  persons: () => [],
  acting: () => ({ who: '本机', person: null }),
  evidence: () => [],
  scan_record: () => ({ findings: [], unread: [] }),
}

export interface Shown {
  props?: Record<string, unknown>
  /** The place in the router, with its query. */
  at?: string
}

/** Shows a page over the given answers, with a register open; what was asked grows as it is used. */
export async function show(page: Component, answers: Answers = {}, { props = {}, at = '/' }: Shown = {}) {
  const asked = answering(answers)
  await refreshRegister()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: page }],
  })
  await router.push(at)
  const view = render(page, { props, global: { plugins: [i18n, router] } })
  return {
    ...view,
    asked,
    router,
    requests: (name: string) => asked.filter((a) => a.name === name).map((a) => a.request),
  }
}

/** Drafts that are kept as the shell keeps them. */
function remembering(): Answers {
  const kept = new Map<string, string>()
  return {
    drafts: () => Object.fromEntries(kept),
    write_draft: ({ key, draft }) => {
      if (typeof draft === 'string') kept.set(String(key), draft)
      else kept.delete(String(key))
      return null
    },
  }
}

/** Puts the given answers, and the standing ones beside them, in the place of the shell; what it answers with grows. */
export function answering(answers: Answers): Asked[] {
  const asked: Asked[] = []
  const all: Answers = { ...standing, ...remembering(), ...answers }
  mockIPC(
    (_command, payload) => {
      const { name, request } = payload as unknown as Asked
      asked.push({ name, request })
      const answer = all[name]
      return answer ? answer(request) : Promise.reject({ code: 'unknown_command', zh: name, en: name })
    },
    { shouldMockEvents: true },
  )
  return asked
}
