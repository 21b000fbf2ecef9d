// What is due: in every register, in words.
export default {
  title: '到期事项',
  all: '共 {n} 项',
  none: '没有到期或待办结的事项。',
  groups: { overdue: '已逾期', due_today: '今日到期', due_soon: '三个工作日内到期', ended: '期满待登记结果' },
  count: '{thing} {n} {unit}',
  columns: { thing: '类别', title: '事项', department: '部门', due: '期限', left: '剩余' },
  by: {
    request: '答复期限：{day}（{weekday}）',
    reply: '办理期限：{day}（{weekday}）',
    problem: '整改期限：{day}（{weekday}）',
    consultation: '征求意见截止：{day}（{weekday}）',
    notice: '公示截止：{day}（{weekday}）',
  },
  ended: { consultation: '征求意见已截止，待反馈采纳情况', notice: '公示已结束，待登记异议处理结果' },
  reminder: { group: '{group}：{list}', group_end: '。', between: '；', and: '、', look: '查看' },
}
