// The annual report: its settings, the paper, the files.
export default {
  title: '年报',
  addressee: '主送机关',
  addresseeHint: '如：某某省教育厅',
  addresseeMissing: '导出 Word 前，请填写主送机关。',
  date: '成文日期',
  exportDocx: '导出 Word…',
  exportXlsx: '导出 Excel…',
  statistics: '统计数据',
  written: '已写出',
  open: '打开',
  paper: '年报预览',
  outline: '目录',
  figure: '{display}，{label}，查看记录',
  paging: '分页以导出的 Word 为准。文中数字均可点开，查看其记录。',
  empty: {
    title: '台账里还没有记录',
    text: '年报中的数字都从台账中数出。请先导入登记表，再来预览。',
    action: '去导入',
  },
}
