// The overview: the period so far, what wants attention, today's log.
export default {
  title: '概览',
  unit: '条',
  actions: {
    label: '常用操作',
    publication: '登记主动公开',
    meeting: '登记会议',
    reply: '登记答复',
    imports: '导入',
    report: '年报',
  },
  counters: {
    title: '今天的计数',
    add: '{name} {count}',
    hint: '{name}加一（Alt+{n}）',
    added: '{name}：今天 {count} 人次。',
    undo: '撤回',
  },
  months: { title: '{label}月度分布' },
  attention: {
    title: '待办',
    refused_rows: '{n} 行导入时未收，等待补录',
    undated: '{thing}：{n} 条没有日期，不计入任何期间',
    unreviewed: '{thing}：{n} 条未登记保密审查',
    without_channel: '{thing}：{n} 条没有公开渠道',
    unanswered: '{thing}：{n} 件尚未答复',
    unsaved: '未保存的内容 {n} 条：',
    none: '没有需要处理的事项。',
  },
  today: { title: '今天', logged: '已登记 {n} 条', none: '今天还没有登记。', records: '{n} 条' },
  empty: {
    title: '台账里还没有记录',
    text: '可以登记第一条，也可以把手头的登记表导入进来。',
    log: '登记第一条',
    import: '去导入',
  },
}
