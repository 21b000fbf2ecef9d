// The Chinese of the screen, a file for each part. Its shape is the rule for every other language.
import figures from './figures'
import flow from './flow'
import form from './form'
import frame from './frame'
import imports from './imports'
import overview from './overview'
import records from './records'
import report from './report'
import requests from './requests'
import settings from './settings'
import start from './start'

const messages = {
  frame,
  start,
  imports,
  figures,
  overview,
  records,
  flow,
  form,
  report,
  requests,
  settings,
}
export default messages
export type Messages = typeof messages
