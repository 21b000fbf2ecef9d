// The form with which records are logged and edited.
import type { Messages } from '../zh-CN'

const form: Messages['form'] = {
  title: { log: 'Log: {thing}', edit: 'Edit: {thing}' },
  way: { label: 'Way', single: 'Single case', day: 'Day count' },
  groups: { asked: 'Request', handling: 'Handling', answer: 'Answer', fees: 'Fees' },
  proposed: 'By the outcome: {name}',
  field: {
    required: 'required',
    kept: 'Kept from before',
    changed: 'Changed',
    retired: '“{name}” is retired',
    unknown: '“{name}” is not among the terms. Choose one from the list, or choose “Add” to add it.',
    outOfUse: '“{name}” is retired. Take it back into use in the settings, or choose another word.',
    length: '{n} / {max} characters',
    tooLong: '{n} / {max} characters, {over} too many',
    yuan: 'yuan',
  },
  day: { hint: 'such as 3-2, 20230302', read: '{day}, {weekday}', calendar: 'Choose from a calendar: {field}' },
  combo: {
    list: 'Terms',
    add: 'Add “{name}”',
    remove: 'Remove “{name}”',
    retired: '“{name}” is retired. It can be brought back in the settings.',
    empty: 'There are no terms yet. Type a name to add one.',
  },
  similar: {
    title: 'May repeat:',
    same_in_every_field: '(same in every field)',
    same_doc_number: '(same document number)',
    same_title: '(same title)',
    title_within: '(similar title)',
    withdrawn: 'withdrawn',
    look: 'Look',
    fold: 'Fold',
  },
  leftover: {
    label: 'Refused row',
    from: '{file}, sheet “{sheet}”, row {row} was refused. It was written as below. Mend it and save; then it is settled.',
  },
  kept: { what: 'Kept from the last record: {fields}.', clear: 'Clear them' },
  more: { open: 'More ({n})', close: 'Hide empty fields' },
  draft: {
    restored: 'What was not saved last time is back.',
    kept: 'Not saved. What you typed is kept as a draft and comes back when the form is opened.',
    back: 'Back to the form',
    clear: 'Clear the form',
    revert: 'Drop the changes',
  },
  save: { next: 'Save and log the next', only: 'Save', edit: 'Save the changes' },
  saved: {
    done: 'Logged: {title}. ',
    also: 'A case file was logged with it: {title}. ',
    today: '{n} records logged today.',
    same: '{n} records are the same in every field, please check. ',
    open: 'Open',
  },
  vanished: 'Nothing can be saved until the register is back. What you typed is still here; save it then.',
  keys: { next: 'Enter: next field', save: 'Ctrl+Enter: save', close: 'Esc: close' },
}
export default form
