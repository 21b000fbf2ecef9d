// The English of the screen, in the shape of the Chinese.
import type { Messages } from '../zh-CN'
import figures from './figures'
import frame from './frame'
import imports from './imports'
import records from './records'
import report from './report'
import start from './start'

const messages: Messages = { frame, start, imports, figures, records, report }
export default messages
