// The page of figures.
import type { Messages } from '../zh-CN'

const figures: Messages['figures'] = {
  title: 'Figures',
  lead: 'Open any number to see the records that it counts.',
  shared: '{lead}…',
  sections: {
    publications: 'Published of own accord',
    meetings: 'Meetings',
    replies: 'Replies',
    requests: 'Requests',
    evaluations: 'Evaluation',
    case_files: 'Complaints, reconsideration, lawsuits',
    problems: 'Problems',
    regulations: 'Regulations',
    consultations: 'Consultations and public notices',
  },
  notFilled: 'Not filled in',
  estimates: '{n} estimates included',
  report: 'Printed in the report as “{display}”',
  unknown:
    'Words of the definition that the vocabulary lacks match no record: {words}. Check the terms on import, or change the definition.',
  list: ', ',
  view: { label: 'View', numbers: 'Numbers', charts: 'Charts', form: 'Government form', own: 'Own' },
  trend: {
    highest: 'Months; the highest is {month} with {n}',
    flat: 'Months; none in any',
    month: '{month} {n}',
  },
  lastYear: {
    heading: 'Year before',
    none: 'No records a year before',
    nowhere: 'There are no records a year before to compare with.',
    value: 'Year before: {n} {unit}',
    share: 'Year before: {n}%',
    same: 'as a year before',
    delta: '{delta} {unit} on a year before',
    change: '{delta} {unit} on a year before, {percent}%',
    points: '{delta} percentage points on a year before',
  },
  charts: {
    figure: 'Figure',
    by: 'Group by',
    month: 'Month',
    byMonth: 'Month',
    title: '{label} ({by})',
    period: '{from} to {to}',
    description: 'Bar chart of {title}, {n} bars. The numbers are in the table.',
    now: 'This period',
    unfilled: 'Not filled in',
    quantity: 'Number ({unit})',
    records: 'Records',
    open: 'Choose any bar of the chart or any row of the table to see its records.',
    overlapping:
      'What is published through several channels counts once in each; together they may come to more than the total.',
    rest: 'The chart shows the {most} largest; the other {n} come to {sum} {unit}, see the table.',
    restOverlapping: 'The chart shows the {most} largest; the other {n} are in the table.',
    all: 'Show all {n} rows',
    none: {
      title: 'No records in this period',
      text: '“{label}” has no records in this period. Choose another figure, change the period at the top right, or import the ledgers first.',
    },
    noFigures: {
      title: 'No figure can be drawn',
      text: 'All figures are ratios, which cannot be counted in groups. See “Numbers”.',
    },
  },
  copy: {
    statistics: 'Copy figures',
    picture: 'Copy chart',
    table: 'Copy table',
    copied: {
      table: 'The table is copied. Paste it into Excel or Word.',
      picture: 'The chart is copied. Paste it into Word or a presentation.',
    },
    columns: { section: 'Section', figure: 'Figure', number: 'Number', unit: 'Unit', lastYear: 'Year before' },
  },
  empty: {
    title: 'The register holds no records yet',
    text: 'Import the ledgers that you have; the numbers are counted here at once.',
    action: 'Go to import',
  },
  outside: {
    text: 'There are no records in this period. Those of the register run from {from} to {to}.',
    action: 'Use that period',
  },
}
export default figures
