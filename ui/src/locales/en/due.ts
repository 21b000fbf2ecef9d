// What is due: in every register, in words.
import type { Messages } from '../zh-CN'

const due: Messages['due'] = {
  title: 'Due',
  all: '{n} in all',
  none: 'Nothing is due.',
  groups: {
    overdue: 'Overdue',
    due_today: 'Due today',
    due_soon: 'Within 3 working days',
    ended: 'Ended, result open',
  },
  count: '{thing} {n}',
  columns: { thing: 'Register', title: 'Matter', department: 'Department', due: 'Due', left: 'Left' },
  by: {
    request: 'Answer due {day} ({weekday})',
    reply: 'Due {day} ({weekday})',
    problem: 'To be solved by {day} ({weekday})',
    consultation: 'Closes {day} ({weekday})',
    notice: 'Ends {day} ({weekday})',
  },
  ended: { consultation: 'Closed; tell what came of it', notice: 'Ended; enter what came of the objections' },
  reminder: { group: '{group}: {list}', group_end: '.', between: '; ', and: ', ', look: 'Look' },
}
export default due
