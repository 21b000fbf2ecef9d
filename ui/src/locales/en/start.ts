// The start page: make a register or open one.
import type { Messages } from '../zh-CN'

const start: Messages['start'] = {
  lead: 'Every item, meeting and reply of disclosure work: logged in seconds, counted exactly, found again.',
  current: { title: 'In use', showFolder: 'Show in its folder', back: 'Back to the register' },
  create: {
    title: 'New register',
    steps: 'Steps to a new register',
    name: 'Institution',
    period: 'Period',
    place: 'Place',
    next: 'Next',
    back: 'Back',
    institution: 'Full name of the institution',
    institutionHint: 'The full name of the college',
    institutionWhy: 'The annual report bears this name. It can be changed later in the settings.',
    periodWhich: 'Which time is counted first?',
    choices: { year: 'This year', school: 'School year', own: 'Own days' },
    named: { year: '{from}', school: 'School year {from}–{to}' },
    periodName: 'Name of the period',
    periodNameHint: 'Such as 2023',
    periodUnnamed: 'Please give the period a name.',
    periodWhy: 'Figures and report count this period. Change it at any time; the settings take more of them.',
    folder: 'Choose an empty folder for the new register',
    folderNone: 'Not chosen yet',
    folderWhy: 'Everything stays in this folder; nothing is sent anywhere.',
    choose: 'Choose a folder…',
    picker: 'Choose an empty folder for the new register',
    empty: 'Start empty',
    imports: 'Import a ledger',
  },
  open: {
    title: 'Open a register',
    action: "Choose a register's folder…",
    picker: "Choose a register's folder",
  },
  recent: { none: 'Registers that you open are listed here.', opened: 'opened {date}' },
  sample: {
    action: 'Try the sample register',
    text: 'The register of a college that does not exist, to play with. Choose an empty folder for it.',
    picker: 'Choose an empty folder for the sample register',
  },
  restore: {
    action: 'Restore a backup',
    text: 'Choose the backup, then an empty folder; the backup itself stays as it is.',
    pickBackup: "Choose a backup's folder",
    pickFolder: 'Choose the empty folder to restore to',
  },
}
export default start
