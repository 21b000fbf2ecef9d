// The filters of a search, and the page of all that was found.
export default {
  filters: {
    label: '查找范围',
    thing: '登记簿',
    year: '年份',
    department: '部门',
    channel: '渠道',
    all: '全部{name}',
    year_of: '{year} 年',
    clear: '清除范围',
  },
  words: '查找内容',
  total: '共 {n} 条',
  hits: '查找结果',
  newest: '按日期从新到旧排列。↑↓ 移动，回车打开。',
  begin: { title: '查找全部台账', text: '输入标题中的字词、文号、人名，或拼音首字母，如 xszz。' },
  none: { title: '没有找到', text: '可以少写几个字，改用文号或部门名称，或放宽查找范围。' },
}
