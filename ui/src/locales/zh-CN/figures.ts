// The page of figures.
export default {
  title: '统计',
  lead: '点开任一数字，可见它由哪些记录数出。',
  shared: '均指{lead}，并符合各项所列条件。',
  sections: {
    publications: '主动公开',
    meetings: '会议',
    replies: '答复',
    requests: '依申请公开',
    evaluations: '评议',
    case_files: '举报、复议、诉讼',
  },
  notFilled: '未填报',
  estimates: '含 {n} 条约数',
  report: '年报写作“{display}”',
  unknown: '口径用到的词不在词表中，未计入任何记录：{words}。请在导入时核对词条，或修改口径。',
  list: '、',
  empty: {
    title: '台账里还没有记录',
    text: '先把手头的登记表导入进来，数字随即在这里算出。',
    action: '去导入',
  },
  outside: {
    text: '统计期间内没有记录。本台账的记录自 {from} 至 {to}。',
    action: '改用这一期间',
  },
}
