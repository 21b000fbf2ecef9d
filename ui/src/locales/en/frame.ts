// What stands around every page: rail, bar, period, theme.
import type { Messages } from '../zh-CN'

const frame: Messages['frame'] = {
  app: 'Sunshine Register',
  pages: { start: 'Register', figures: 'Figures', report: 'Report', imports: 'Import' },
  noRegister: 'No register is open',
  period: {
    label: 'Period',
    span: '{from} to {to}',
    from: 'From',
    to: 'To',
    use: 'Use this period',
    hint: 'Both days are included.',
    unreadable: 'Write a day as 2023-02-01, and one that exists.',
    reversed: 'The period begins after it ends; please change one of the days.',
    thisYear: 'This year',
    lastYear: 'Last year',
    yearToDate: 'Year to date',
    thisSchoolYear: 'This school year',
    lastSchoolYear: 'Last school year',
  },
  theme: { auto: 'Appearance: as the system', light: 'Appearance: light', dark: 'Appearance: dark' },
  language: '中文',
  close: 'Close',
  pager: {
    label: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    range: '{from}–{to} of {total}',
  },
  work: {
    reading: 'Reading the workbook',
    importing: 'Checking rows',
    verifying: 'Verifying',
    copying: 'Copying',
    writing: 'Writing the file',
    other: 'Working',
    cancel: 'Cancel',
    stopping: 'Cancelling…',
  },
  error: { title: 'This was not done', dismiss: 'Dismiss', retry: 'Try again' },
}
export default frame
