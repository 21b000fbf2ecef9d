// The Chinese of the screen, a file for each part. Its shape is the rule for every other language.
import archive from './archive'
import board from './board'
import checks from './checks'
import crosschecks from './crosschecks'
import departments from './departments'
import due from './due'
import evidence from './evidence'
import figures from './figures'
import flow from './flow'
import form from './form'
import frame from './frame'
import imports from './imports'
import overview from './overview'
import own from './own'
import proof from './proof'
import records from './records'
import report from './report'
import requests from './requests'
import rows from './rows'
import search from './search'
import settings from './settings'
import start from './start'

const messages = {
  frame,
  start,
  imports,
  departments,
  figures,
  own,
  overview,
  due,
  records,
  flow,
  form,
  evidence,
  checks,
  report,
  crosschecks,
  proof,
  requests,
  rows,
  search,
  settings,
  board,
  archive,
}
export default messages
export type Messages = typeof messages
