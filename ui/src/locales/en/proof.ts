// A finished document held against the register.
import type { Messages } from '../zh-CN'

const proof: Messages['proof'] = {
  title: 'Check a finished document',
  lead: 'Once a report has been edited and signed, each of its numbers can be held against the register here.',
  held: '{name}, held against the register from {from} to {to}',
  pick: 'Choose a file…',
  picker: 'Choose the finished document',
  other: 'Check another…',
  again: 'Check again',
  annotate: 'Save a copy with comments…',
  annotated: ' (checked)',
  drop: 'Let go to check this file',
  empty: {
    title: 'Choose a finished document',
    text: 'Word (.docx), Excel (.xlsx), PDF and plain text; a file may also be dropped here. It is read and never changed.',
  },
  filter: 'Show by verdict',
  columns: {
    verdict: 'Verdict',
    text: 'As written',
    place: 'Place',
    figure: 'In the register',
  },
  verdicts: {
    all: 'All',
    contradicts: 'Contradicts',
    unknown: 'Not matched',
    matches: 'Matches',
  },
  inRegister: '{label} {display}',
  noFigure: 'No figure is meant by these words',
  noneOfThese: 'There are none of these.',
  noNumbers:
    'No number to check was read in this file. Please make sure that it is the right one; a scan holds no text.',
  leftOut: 'Dates, document numbers and article numbers are left out.',
  places: {
    paragraph: 'Paragraph {n}',
    line: 'Line {n}',
    page: 'Page {n}',
    cell: '{sheet}!{cell}',
    margin: 'Header or footer',
  },
  sums: {
    title: 'Sums in the text',
    holds: 'Adds up',
    fails: 'Does not add up',
    line: '{place}: stated {stated}; the parts listed {parts} = {computed}',
    mixed: 'Their units differ ({units}): such a sum counts nothing.',
  },
  repeats: {
    title: 'Numbers stated more than once',
    agree: 'Agree',
    differ: 'Differ',
    line: '{number}: paragraphs {paragraphs}',
    mixed: 'Their units differ ({units}): is the same thing meant?',
  },
}
export default proof
