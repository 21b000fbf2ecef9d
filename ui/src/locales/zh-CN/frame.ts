// What stands around every page: rail, bar, period, theme.
export default {
  app: '阳光台账',
  pages: { start: '台账' },
  noRegister: '尚未打开台账',
  period: {
    label: '统计期间',
    span: '{from} 至 {to}',
    from: '起',
    to: '止',
    hint: '起止两日均计入。',
    reversed: '开始日期晚于结束日期，请调整。',
    thisYear: '本年',
    lastYear: '上年',
    yearToDate: '本年至今',
    thisSchoolYear: '本学年',
    lastSchoolYear: '上学年',
  },
  theme: { auto: '外观：跟随系统', light: '外观：浅色', dark: '外观：深色' },
  language: 'English',
  error: { title: '没有完成', dismiss: '知道了' },
}
