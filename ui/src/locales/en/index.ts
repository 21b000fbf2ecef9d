// The English of the screen, in the shape of the Chinese.
import type { Messages } from '../zh-CN'
import figures from './figures'
import form from './form'
import frame from './frame'
import imports from './imports'
import overview from './overview'
import records from './records'
import report from './report'
import settings from './settings'
import start from './start'

const messages: Messages = { frame, start, imports, figures, overview, records, form, report, settings }
export default messages
