// The English of the screen, in the shape of the Chinese.
import type { Messages } from '../zh-CN'
import frame from './frame'
import start from './start'

const messages: Messages = { frame, start }
export default messages
