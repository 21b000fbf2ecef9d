// The start page: make a register or open one.
export default {
  lead: '信息公开的每一条、每一次、每一件，记得下，数得清，查得到。',
  open: {
    title: '打开台账',
    text: '一本台账就是一个文件夹。选择它即可继续登记。',
    action: '选择台账文件夹…',
    picker: '选择台账文件夹',
  },
  create: {
    title: '新建台账',
    text: '请选择一个空文件夹存放新台账。数据只保存在本机，不会上传。',
    institution: '学校名称',
    institutionHint: '如：某某职业技术学院',
    folder: '存放位置',
    folderNone: '尚未选择',
    choose: '选择…',
    picker: '选择存放新台账的空文件夹',
    action: '建立台账',
  },
  recent: { title: '最近打开', none: '这里会列出最近打开过的台账。', opened: '{date} 打开' },
  current: { title: '正在使用', showFolder: '打开所在文件夹' },
}
