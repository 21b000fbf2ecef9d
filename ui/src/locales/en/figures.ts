// The page of figures.
import type { Messages } from '../zh-CN'

const figures: Messages['figures'] = {
  title: 'Figures',
  lead: 'Open any number to see the records that it counts.',
  shared: '{lead}…',
  sections: {
    publications: 'Published of own accord',
    meetings: 'Meetings',
    replies: 'Replies',
    requests: 'Requests',
    evaluations: 'Evaluation',
    case_files: 'Complaints, reconsideration, lawsuits',
  },
  notFilled: 'Not filled in',
  estimates: '{n} estimates included',
  report: 'Printed in the report as “{display}”',
  unknown:
    'Words of the definition that the vocabulary lacks match no record: {words}. Check the terms on import, or change the definition.',
  list: ', ',
  empty: {
    title: 'The register holds no records yet',
    text: 'Import the ledgers that you have; the numbers are counted here at once.',
    action: 'Go to import',
  },
  outside: {
    text: 'There are no records in this period. Those of the register run from {from} to {to}.',
    action: 'Use that period',
  },
}
export default figures
