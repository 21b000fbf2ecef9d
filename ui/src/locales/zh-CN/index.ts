// The Chinese of the screen, a file for each part. Its shape is the rule for every other language.
import frame from './frame'
import start from './start'

const messages = { frame, start }
export default messages
export type Messages = typeof messages
