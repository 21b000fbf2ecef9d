// The overview: the period so far, what wants attention, today's log.
import type { Messages } from '../zh-CN'

const overview: Messages['overview'] = {
  title: 'Overview',
  span: '{from} to {to}',
  actions: { publication: 'Log a publication', meeting: 'Log a meeting', reply: 'Log a reply' },
  attention: {
    title: 'To do',
    refused_rows: '{n} rows refused on import wait to be entered',
    undated: '{n} records without a date count in no period',
    unreviewed: '{n} items without a secrecy review',
    without_channel: '{n} items on no channel',
    unanswered: '{n} not answered yet',
    none: 'Nothing wants attention.',
  },
  today: { title: 'Today', logged: '{n} records logged today', none: 'Nothing was logged today.' },
  empty: {
    title: 'The register holds no records yet',
    text: 'Log the first one, or import the ledgers that you have.',
    import: 'Go to import',
  },
}
export default overview
