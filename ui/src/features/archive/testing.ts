// For tests: an archived report of which one item was corrected, as the core tells of it.
import type { ArchiveChanges, ArchivedReport, Figure } from '@/api/bindings'
import { web } from '@/app/testing/core'

export const archived: ArchivedReport = {
  id: 'archive-1',
  number: 1,
  title: '2023年度信息公开工作报告',
  institution: '某职业技术学院',
  addressee: '省教育厅',
  from: '2023-02-01',
  to: '2023-11-20',
  date: '2023-11-20',
  archived_at: '2023-11-20T09:30:00',
  by: '王丽',
  program: '0.1.0',
  counts: [{ thing: 'publication', date: 'published_on' }],
  docx: { sha256: 'd0', size: 1 },
  xlsx: { sha256: 'e0', size: 1 },
  sha256: 'abcdef0123456789abcdef',
  size: 1,
}

export const filed: Figure[] = [web, { ...web, id: 'copies', label: '印发份数合计', unit: '份', value: 243, rows: 9 }]

const shown = (value: number, unit: string) => ({ value, display: `${value}${unit}` })

export const changes: ArchiveChanges = {
  report: archived,
  figures: [
    {
      figure: 'web',
      label: '学校官网',
      unit: '条',
      filed: shown(118, '条'),
      now: shown(117, '条'),
      records: [
        {
          id: 'publication-7',
          thing: 'publication',
          title: '招生章程',
          date: '2023-05-06',
          filed: 1,
          now: null,
          corrections: [{ at: '2023-12-01T10:00:00', by: '王丽', operation: 'record.withdraw', reason: '重复登记' }],
        },
      ],
    },
    {
      figure: 'copies',
      label: '印发份数合计',
      unit: '份',
      filed: shown(243, '份'),
      now: shown(243, '份'),
      records: [],
    },
  ],
  edited: [
    {
      id: 'publication-9',
      thing: 'publication',
      title: '毕业典礼',
      corrections: [{ at: '2023-12-02T10:00:00', by: '王丽', operation: 'record.edit', reason: '补注来源' }],
    },
  ],
  since: { wording: true, definitions: ['学校官网'], rules: false, calendar: false },
}
