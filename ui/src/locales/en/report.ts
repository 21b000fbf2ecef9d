// The annual report: its settings, the paper, the files.
import type { Messages } from '../zh-CN'

const report: Messages['report'] = {
  title: 'Report',
  addressee: 'Addressee',
  addresseeHint: 'Who receives it',
  addresseeMissing: 'Name the addressee before the Word file is exported.',
  date: 'Dated',
  dateHint: 'e.g. 2023-11-20',
  refused: {
    date: 'Correct the date before printing or exporting.',
    addressee: 'Shorten the addressee before printing or exporting.',
  },
  exportDocx: 'Export Word…',
  exportXlsx: 'Export Excel…',
  statistics: 'statistics',
  written: 'Written',
  open: 'Open',
  paper: 'Preview of the report',
  outline: 'Contents',
  figure: '{display}, {label}, show the records',
  paging: 'Pages break as in the exported Word file. Every number opens its records.',
  print: 'Print…',
  proof: 'Check a document…',
  slots: {
    institution: 'institution name',
    addressee: 'addressee name',
    period: 'period in words',
    from: 'first day',
    to: 'last day',
    date: 'day of the report',
    year: 'years',
    reporting_year: 'reporting year',
  },
  edit: {
    begin: 'Edit wording',
    done: 'Done',
    lead: 'Click a paragraph (or Tab to it and press Enter) to change it; braces hold numbers and names that follow the register.',
    shipped: 'Restore the general wording',
    restored: 'The general wording is back.',
    block: 'Change this paragraph',
    words: 'Words of this paragraph',
    hint: 'Ctrl+Enter saves, Esc gives up, leaving the paragraph saves it. A new line begins a new paragraph.',
    save: 'Save',
    cancel: 'Give up',
    add: 'Add one after it',
    remove: 'Delete it',
    removed: 'The paragraph was deleted.',
    discarded: 'The changes to the paragraph were given up.',
    undo: 'Undo',
    blank:
      'The paragraph has no words and was not saved. Write some, choose “Delete it”, or press Esc to leave it as it was.',
    moved:
      'The paragraph is no longer as it was when opened and was not saved; what you wrote is still here. Copy it, press Esc, open the paragraph again and paste.',
    changed:
      'The same words were changed since; nothing was undone and the wording is untouched. Change them there if need be.',
    strayed:
      'The paragraph is no longer as it was, so the unsaved words were not put back; the wording is untouched. Copy them from here if you need them: {words}',
    insert: 'Insert a number',
  },
  empty: {
    title: 'The register holds no records yet',
    text: 'Every number of the report is counted from the register. Import a ledger first, then come back.',
    action: 'Go to import',
  },
}
export default report
