// The filters of a search, and the page of all that was found.
import type { Messages } from '../zh-CN'

const search: Messages['search'] = {
  filters: {
    label: 'Where to search',
    thing: 'registers',
    year: 'years',
    department: 'departments',
    channel: 'channels',
    all: 'All {name}',
    year_of: '{year}',
    clear: 'Search everywhere',
  },
  words: 'Words to search for',
  total: '{n} found',
  hits: 'What was found',
  newest: 'The newest first. ↑↓ moves, Enter opens.',
  begin: {
    title: 'Search all registers',
    text: 'Type words of a title, a document number, a name, or initials such as xszz.',
  },
  none: { title: 'Nothing found', text: 'Try fewer words, a document number or a department, or search more widely.' },
}
export default search
