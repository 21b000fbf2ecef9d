// The annual report: its settings, the paper, the files.
import type { Messages } from '../zh-CN'

const report: Messages['report'] = {
  title: 'Report',
  addressee: 'Addressee',
  addresseeHint: 'For example the department of education',
  addresseeMissing: 'Name the addressee before the Word file is exported.',
  date: 'Dated',
  exportDocx: 'Export Word…',
  exportXlsx: 'Export Excel…',
  statistics: 'statistics',
  written: 'Written',
  open: 'Open',
  paper: 'Preview of the report',
  outline: 'Contents',
  figure: '{display}, {label}, show the records',
  paging: 'Pages break as in the exported Word file. Every number opens its records.',
  empty: {
    title: 'The register holds no records yet',
    text: 'Every number of the report is counted from the register. Import a ledger first, then come back.',
    action: 'Go to import',
  },
}
export default report
