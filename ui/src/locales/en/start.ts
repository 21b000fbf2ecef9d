// The start page: make a register or open one.
import type { Messages } from '../zh-CN'

const start: Messages['start'] = {
  lead: 'Every item, meeting and reply of disclosure work: logged in seconds, counted exactly, found again.',
  open: {
    title: 'Open a register',
    text: 'A register is a folder. Choose it to go on.',
    action: "Choose a register's folder…",
    picker: "Choose a register's folder",
  },
  create: {
    title: 'New register',
    text: 'Choose an empty folder for the new register. Everything stays on this computer; nothing is sent anywhere.',
    institution: 'Institution',
    institutionHint: 'The full name of the college',
    folder: 'Folder',
    folderNone: 'Not chosen yet',
    choose: 'Choose…',
    picker: 'Choose an empty folder for the new register',
    action: 'Make the register',
  },
  recent: { title: 'Opened recently', none: 'Registers that you open are listed here.', opened: 'opened {date}' },
  current: { title: 'In use', showFolder: 'Show the folder' },
}
export default start
