// The overview: the period so far, what wants attention, today's log.
import type { Messages } from '../zh-CN'

const overview: Messages['overview'] = {
  title: 'Overview',
  unit: '',
  actions: {
    label: 'Often done',
    publication: 'Log a publication',
    meeting: 'Log a meeting',
    reply: 'Log a reply',
    imports: 'Import',
    report: 'Annual report',
  },
  counters: {
    title: 'Counts of today',
    add: '{name} {count}',
    hint: 'One more: {name} (Alt+{n})',
    added: '{name}: {count} today.',
    undo: 'Take back',
  },
  months: { title: '{label} by month' },
  attention: {
    title: 'To do',
    refused_rows: '{n} rows refused on import wait to be entered',
    undated: '{thing}: {n} records without a date count in no period',
    unreviewed: '{thing}: {n} items without a secrecy review',
    without_channel: '{thing}: {n} items on no channel',
    unanswered: '{thing}: {n} not answered yet',
    unsaved: '{n} not saved: ',
    none: 'Nothing wants attention.',
  },
  today: {
    title: 'Today',
    logged: '{n} records logged',
    none: 'Nothing was logged today.',
    records: '{n} records',
  },
  empty: {
    title: 'The register holds no records yet',
    text: 'Log the first one, or import the ledgers that you have.',
    log: 'Log the first one',
    import: 'Go to import',
  },
}
export default overview
